import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

export interface Story {
  id: string;
  /** `Components/ErrorCard: Long Words` */
  name: string;
}

const run = promisify(execFile);

/** Builds Storybook into a folder. */
export async function buildStorybook(root: string, folder: string): Promise<void> {
  const options = ["--output-dir", folder, "--disable-telemetry", "--quiet"];
  await run("npx", ["storybook", "build", ...options], {
    cwd: root,
    shell: process.platform === "win32",
  });
}

/** The stories whose id holds one of the wanted texts; of the Playground's only the first, unless it is wanted. */
export async function findStories(folder: string, wanted: readonly string[]): Promise<Story[]> {
  const index: unknown = JSON.parse(await readFile(join(folder, "index.json"), "utf8"));
  const stories = entriesOf(index).filter(({ type }) => type === "story");
  const isWanted = (id: string) =>
    wanted.length > 0
      ? wanted.some((text) => id.includes(text))
      : !id.startsWith("playground-") || id === "playground-agent-console--default";
  return stories
    .filter(({ id }) => isWanted(id))
    .map(({ id, title, name }) => ({ id, name: `${title}: ${name}` }));
}

interface Entry {
  id: string;
  title: string;
  name: string;
  type: string;
}

function entriesOf(index: unknown): Entry[] {
  const entries = typeof index === "object" && index !== null ? Reflect.get(index, "entries") : {};
  return Object.values(entries).filter(isEntry);
}

function isEntry(value: unknown): value is Entry {
  return typeof value === "object" && value !== null && "id" in value && "title" in value;
}
