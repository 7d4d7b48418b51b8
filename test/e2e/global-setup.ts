import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
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
const cacheFolder = join(root, "node_modules/.cache");

/**
 * Builds the package as it is published, then an app on top of it, with React's production build and with its
 * development build, and serves the app.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await npm(["run", "build"], "production");
  await mkdir(cacheFolder, { recursive: true });
  // One of its own, so that a second run does not take the app away from under this one.
  const appFolder = await mkdtemp(join(cacheFolder, "e2e-app-"));
  await Promise.all([buildApp("production", appFolder), buildApp("development", appFolder)]);
  const server = await startPageServer(appFolder);
  project.provide("pageUrl", server.url);
  return async () => {
    await server.close();
    await rm(appFolder, { recursive: true });
  };
}

/** Builds the app into a folder named after the mode. */
function buildApp(mode: Mode, appFolder: string): Promise<void> {
  const config = "test/e2e/app/vite.config.ts";
  const options = ["--config", config, "--mode", mode, "--outDir", join(appFolder, mode)];
  return npm(["exec", "--", "vite", "build", ...options], mode);
}

type Mode = "production" | "development";

/** In a process of its own, because Vitest's `NODE_ENV=test` would decide which React is built in. */
async function npm(args: readonly string[], mode: Mode): Promise<void> {
  await run("npm", args, {
    cwd: root,
    env: { ...process.env, NODE_ENV: mode },
    shell: process.platform === "win32",
  });
}
