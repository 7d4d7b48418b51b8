import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { readmeApp } from "../readme.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const pages = [
  "index.html",
  "hydrate.html",
  "readme.html",
  "playground.html",
  "existing-app-before.html",
  "existing-app-after.html",
];

/** Pages that show the same, each with stylesheets of its own. */
const looks = readdirSync(here("looks"))
  .filter((name) => name.endsWith(".html"))
  .map((name) => here(`looks/${name}`));

/** An adopter's app: it takes the kit by its package name, out of `dist`. Where to is said by who builds it. */
export default defineConfig({
  base: "./",
  root: here("."),
  // MSW's worker, for the Playground.
  publicDir: here("../../../public"),
  plugins: [react(), tailwindcss(), loadReadmeApp()],
  build: {
    minify: false,
    // What an app gets by default. It rewrites styles for older browsers, and the kit's must stand that.
    cssMinify: "lightningcss",
    sourcemap: true,
    rolldownOptions: {
      input: [...pages.map(here), ...looks],
      // The repository's tsconfig.json may map the package's name to its sources, for the type check only.
      tsconfig: false,
    },
  },
});

/** Gives `readme-app.tsx`, which is no file here, the app of README.md as it stands at build time. */
function loadReadmeApp(): Plugin {
  const file = here("readme-app.tsx");
  return {
    name: "load-readme-app",
    resolveId: (source) => (source.endsWith("/readme-app.tsx") ? file : undefined),
    load: (id) => (id === file ? readmeApp() : undefined),
  };
}
