import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const folder = fileURLToPath(new URL("../", import.meta.url));

/** Installs what `bench/package.json` names, by its lock file, unless just that is there. */
export async function installPeers(): Promise<void> {
  if (await areInstalled()) return;
  process.stderr.write("Installing what the kit is measured beside, into bench/node_modules …\n");
  const args = ["ci", "--no-audit", "--no-fund"];
  await run("npm", args, { cwd: folder, shell: process.platform === "win32" });
}

async function areInstalled(): Promise<boolean> {
  const { dependencies } = await manifestIn(folder);
  const checks = Object.entries(dependencies ?? {}).map(async ([name, wanted]) => {
    const { version } = await manifestIn(`${folder}node_modules/${name}/`);
    return version === wanted;
  });
  return (await Promise.all(checks)).every(Boolean);
}

interface Manifest {
  version?: string;
  dependencies?: Record<string, string>;
}

async function manifestIn(packageFolder: string): Promise<Manifest> {
  const text = await readFile(`${packageFolder}package.json`, "utf8").catch(() => "{}");
  return JSON.parse(text);
}
