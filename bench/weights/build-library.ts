import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Builds the kit's modules as they are published, without their types. */
export async function buildLibrary(): Promise<string> {
  // In the root's cache: the manifest above says that its modules have no side effects, as the published one does.
  const outDir = `${root}.cache/bench/library`;
  await build({
    root,
    configFile: `${root}vite.config.ts`,
    logLevel: "warn",
    build: { outDir, emptyOutDir: true },
  });
  return outDir;
}
