import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { isAbsolute } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * The library: one ES module per source file, so that a bundler drops what an app does not import and `"use client"`
 * stays where it was written. Nothing is bundled in, minified or lowered; declarations come from `tsc`. Source maps would be
 * more than half of the tarball, and tell of nothing but types: a built file has its source's comments and layout.
 */
export default defineConfig({
  plugins: [
    writeStyles(["styles.css", "tailwind.css", "themes/shadcn.css", "themes/tailwind.css"]),
  ],
  build: {
    target: "es2022",
    minify: false,
    copyPublicDir: false,
    lib: {
      entry: [
        here("src/core.ts"),
        here("src/index.ts"),
        here("src/register.ts"),
        here("src/msw.ts"),
        here("src/forms.ts"),
        here("src/reporters.ts"),
        here("src/sonner.ts"),
        ...readdirSync(here("src/guidance/locales")).map((name) =>
          here(`src/guidance/locales/${name}`),
        ),
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

/**
 * The stylesheets are written for browsers as they are: only the imports of `styles.css` are put in their places. Beside
 * each is a declaration, without which `import "react-recourse/styles.css"` is an error of TypeScript 6 and 7.
 */
function writeStyles(names: readonly string[]): Plugin {
  return {
    name: "write-styles",
    // Vitest reads this file too.
    apply: (config, { command }) => command === "build" && Boolean(config.build?.lib),
    async generateBundle() {
      for (const fileName of names) {
        this.emitFile({ type: "asset", fileName, source: await readStyles(fileName) });
        this.emitFile({ type: "asset", fileName: `${fileName}.d.ts`, source: "export {};\n" });
      }
    },
  };
}

async function readStyles(path: string): Promise<string> {
  const css = await readFile(here(`src/components/styles/${path}`), "utf8");
  const parts = css.split(/^@import "\.\/(.+)";\n/m);
  const inlined = parts.map((part, index) => (index % 2 === 1 ? readStyles(part) : part));
  return (await Promise.all(inlined)).join("");
}
