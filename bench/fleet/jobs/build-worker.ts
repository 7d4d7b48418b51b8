import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "vite";
import { sourceAlias } from "../../../.storybook/source-alias.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const outDir = `${root}.cache/fleet`;

/** Builds the worker with the kit's sources in it; the peers are loaded as they are published. */
export async function buildWorker(): Promise<URL> {
  await build({
    root,
    configFile: false,
    logLevel: "warn",
    resolve: { alias: sourceAlias },
    build: {
      ssr: `${root}bench/fleet/jobs/worker.ts`,
      outDir,
      copyPublicDir: false,
      target: "node20",
      // Of components, which no worker draws.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  });
  return pathToFileURL(`${outDir}/worker.js`);
}
