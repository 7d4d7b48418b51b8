import { fileURLToPath } from "node:url";
import { build } from "vite";
import { sourceAlias } from "../../.storybook/source-alias.ts";

const bench = fileURLToPath(new URL("../", import.meta.url));

/** Builds the page of a bench for production, with the kit's sources in it. Gives its folder. */
export async function buildPage(name: string): Promise<string> {
  const outDir = `${bench}.cache/${name}`;
  await build({
    root: `${bench}${name}/page`,
    configFile: false,
    logLevel: "warn",
    resolve: { alias: sourceAlias },
    build: {
      outDir,
      emptyOutDir: true,
      // A page may wait for its contestant.
      target: "es2022",
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  });
  return outDir;
}
