import { execFile } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { readmePackCommands } from "./readme-commands.ts";

const here = fileURLToPath(new URL(".", import.meta.url));

const sh = promisify(execFile);

export interface RunOptions {
  cwd: string;
  env?: Readonly<Record<string, string>>;
}

/** As in a terminal of the person's own, who has no Vitest around. */
export function ownEnv(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  return { ...env, ...more };
}

/** @throws Error with all that the command said, where it fails */
export async function run(command: string, { cwd, env }: RunOptions): Promise<string> {
  const [program = "", ...args] = command.split(" ");
  const options = { cwd, env: ownEnv(env), shell: process.platform === "win32" };
  const { stdout, stderr } = await sh(program, args, options).catch((failed) => {
    throw new Error(`${command}: ${failed.stdout}${failed.stderr}`);
  });
  return stdout + stderr;
}

export interface Consumer {
  readonly folder: string;
  remove(): Promise<void>;
}

/** A copy of one of the apps here, with what is in `shared` and with the tarball installed in the way that README says. */
export async function installConsumer(name: string, tarball: string): Promise<Consumer> {
  const parent = await mkdtemp(join(tmpdir(), "react-recourse-app-"));
  const folder = join(parent, name);
  await cp(join(here, name), folder, { recursive: true });
  await cp(join(here, "shared"), join(folder, "shared"), { recursive: true });
  await cp(tarball, join(folder, basename(tarball)));
  const { install } = await readmePackCommands();
  await run(`${install} --no-audit --no-fund`, { cwd: folder });
  return { folder, remove: () => rm(parent, { recursive: true, force: true }) };
}
