import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** An adopter's app: it takes the kit by its package name, out of `dist`. A mode builds into a folder of its name. */
export default defineConfig(({ mode }) => ({
  base: "./",
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL(`../../../node_modules/.cache/e2e-app/${mode}`, import.meta.url)),
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    // The repository's tsconfig.json may map the package's name to its sources, for the type check only.
    rolldownOptions: { tsconfig: false },
  },
}));
