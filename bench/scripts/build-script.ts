import { basename } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "vite";
import { sourceAlias } from "../../.storybook/source-alias.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Builds a script for Node with the kit's sources in it, for production as in a page's bundle; packages are loaded as they
 * are published. `path` is its own below `bench`.
 */
export async function buildScript(path: string): Promise<URL> {
  // Below `bench`, where Node looks for the packages of its manifest, then for those of the kit's.
  const outDir = `${root}bench/.cache/${path.replace(/\.ts$/, "")}`;
  await build({
    root,
    configFile: false,
    logLevel: "warn",
    resolve: { alias: sourceAlias },
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      ssr: `${root}bench/${path}`,
      outDir,
      emptyOutDir: true,
      copyPublicDir: false,
      target: "node20",
      // Of components, which no script draws.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  });
  return pathToFileURL(`${outDir}/${basename(path, ".ts")}.js`);
}
