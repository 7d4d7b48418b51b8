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

/**
 * Builds the package as it is published, then an app on top of it, with React's production build and with its
 * development build, and serves the app.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await npm(["run", "build"], "production");
  await Promise.all([buildApp("production"), buildApp("development")]);
  const server = await startPageServer(appFolder);
  project.provide("pageUrl", server.url);
  return server.close;
}

function buildApp(mode: Mode): Promise<void> {
  const config = "test/e2e/app/vite.config.ts";
  return npm(["exec", "--", "vite", "build", "--config", config, "--mode", mode], mode);
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
