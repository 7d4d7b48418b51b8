/**
 * Each folder here but `shared` and `dialogs`, which has a test of its own, is an app that installs the tarball, in the way that README says, and runs its own `npm
 * test`. What is in `shared` they all have.
 */

import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readmeBlocks } from "../e2e/readme.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = fileURLToPath(new URL("../..", import.meta.url));

const apps = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !["dialogs", "shared"].includes(entry.name))
  .map(({ name }) => name);

/** `npm pack` here, then `npm install ./react-recourse-….tgz` in an app. */
const [pack = "", install = ""] = (await readmeBlocks("sh"))
  .filter((text) => text.includes(".tgz"))
  .flatMap((text) => text.trim().split("\n"));

const sh = promisify(execFile);

async function run(command: string, folder: string): Promise<string> {
  const [program = "", ...args] = command.split(" ");
  // As in a terminal of the person's own, who has no Vitest around.
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  const options = { cwd: folder, env, shell: process.platform === "win32" };
  const { stdout, stderr } = await sh(program, args, options).catch((failed) => {
    throw new Error(`${command}: ${failed.stdout}${failed.stderr}`);
  });
  return stdout + stderr;
}

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "react-recourse-apps-"));
  await run(`${pack} --pack-destination ${folder}`, root);
});
afterAll(() => rm(folder, { recursive: true }));

describe("The tarball, installed as README says, works in", () => {
  it.each(apps)("%s", async (name) => {
    const app = join(folder, name);
    await cp(join(here, name), app, { recursive: true });
    await cp(join(here, "shared"), join(app, "shared"), { recursive: true });
    const tarball = basename(install.split(" ").at(-1) ?? "");
    await cp(join(folder, tarball), join(app, tarball));
    await run(`${install} --no-audit --no-fund`, app);

    expect(await run("npm test", app)).toMatch(/pass/i);
  });
});
