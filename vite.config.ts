import { readFile } from "node:fs/promises";
import { isAbsolute } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * The library: one ES module per source file, so that a bundler drops what an app does not import and `"use client"`
 * stays where it was written. Nothing is bundled in, minified or lowered; declarations come from `tsc`.
 */
export default defineConfig({
  plugins: [copyStyles(["styles.css", "tailwind.css"])],
  build: {
    target: "es2022",
    minify: false,
    sourcemap: true,
    copyPublicDir: false,
    lib: {
      entry: [
        here("src/core.ts"),
        here("src/index.ts"),
        here("src/register.ts"),
        here("src/msw/handlers.ts"),
      ],
      formats: ["es"],
    },
    rolldownOptions: {
      external: (id) => !id.startsWith(".") && !id.startsWith("\0") && !isAbsolute(id),
      // The warning says "may": modules that are preserved keep their directives, and a test sees to it.
      checks: { moduleLevelDirective: false },
      output: { preserveModules: true, preserveModulesRoot: "src", entryFileNames: "[name].js" },
    },
  },
});

/** The stylesheets are written for browsers as they are: no build step may reorder their layers. */
function copyStyles(names: readonly string[]): Plugin {
  return {
    name: "copy-styles",
    // Storybook reads this file too, for its own build.
    apply: (config, { command }) => command === "build" && Boolean(config.build?.lib),
    async generateBundle() {
      for (const name of names)
        this.emitFile({
          type: "asset",
          fileName: name,
          source: await readFile(here(`src/components/${name}`), "utf8"),
        });
    },
  };
}
