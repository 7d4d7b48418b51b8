import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import { startPageServer } from "../e2e/page-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the page is served that the dialogs of libraries cover. */
    dialogsUrl: string;
  }
}

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
const app = fileURLToPath(new URL("dialogs", import.meta.url));
const isInstalled = (path: string) => basename(path) === "node_modules";

/** Packs the kit, installs it with the libraries into a copy of the app, builds that and serves it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "react-recourse-dialogs-"));
  await cp(app, folder, { recursive: true, filter: (path) => !isInstalled(path) });
  await npm(["run", "build"], root);
  await npm(["pack", "--ignore-scripts", "--pack-destination", folder], root);
  const tarball = (await readdir(folder)).find((name) => name.endsWith(".tgz")) ?? "";
  await npm(["ci"], folder);
  await npm(["install", "--no-save", `./${tarball}`], folder);
  await npm(["run", "build"], folder);
  const server = await startPageServer(join(folder, "dist"));
  project.provide("dialogsUrl", server.url);
  return async () => {
    await server.close();
    await rm(folder, { recursive: true });
  };
}

/** Not under Vitest's `NODE_ENV=test`, which would decide which React is built in. */
async function npm(args: readonly string[], cwd: string): Promise<void> {
  const env = { ...process.env, NODE_ENV: "production" };
  // All that an app here needs is a dependency: `npm ci` leaves others out in production.
  await run("npm", args, { cwd, env, shell: process.platform === "win32" });
}
