import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import { startPageServer } from "./page-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the page app is served, with a name that browsers take for secure. */
    pageUrl: string;
  }
}

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
const appFolder = fileURLToPath(new URL("../../node_modules/.cache/e2e-app", import.meta.url));

/** Builds the package as it is published, then an app on top of it, and serves the app. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await runScript(["run", "build"]);
  await runScript(["exec", "--", "vite", "build", "--config", "test/e2e/app/vite.config.ts"]);
  const server = await startPageServer(appFolder);
  project.provide("pageUrl", server.url);
  return server.close;
}

/** In a process of its own, because Vitest's `NODE_ENV=test` would make a development build. */
async function runScript(args: readonly string[]): Promise<void> {
  await run("npm", args, {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production" },
    shell: process.platform === "win32",
  });
}
