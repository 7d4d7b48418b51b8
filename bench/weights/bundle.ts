import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";
import type { Bundled } from "./bundled.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
/** Where the app's modules seem to be: below `bench`, whose packages they import. */
const appFolder = fileURLToPath(new URL("app/", import.meta.url));

/** Every app of the kit's has these. */
const external = /^(?:react|react-dom|@tanstack\/react-query)(?:\/|$)/;

export interface Chunk {
  code: string;
  /** The source map, as JSON. */
  map: string;
  /** Whether the page loads it at once: the app's own, and what that imports. */
  isFirst: boolean;
}

/** Bundles an app for production, as Vite does by default: minified by Oxc, for the browsers that are widely available. */
export async function bundle({ modules }: Bundled, libraryFolder: string): Promise<Chunk[]> {
  const output = await build({
    root,
    configFile: false,
    logLevel: "warn",
    resolve: {
      alias: [
        { find: /^react-recourse$/, replacement: `${libraryFolder}/index.js` },
        {
          find: /^react-recourse\/locales\/(.+)$/,
          replacement: `${libraryFolder}/guidance/locales/$1.js`,
        },
        { find: /^react-recourse\/(\w+)$/, replacement: `${libraryFolder}/$1.js` },
      ],
    },
    plugins: [servedFrom(modules)],
    build: {
      write: false,
      copyPublicDir: false,
      sourcemap: "hidden",
      modulePreload: false,
      rolldownOptions: {
        input: `${appFolder}app.js`,
        external,
        preserveEntrySignatures: "strict",
        checks: { moduleLevelDirective: false },
      },
    },
  });
  if (Array.isArray(output) || !("output" in output)) throw new Error("one build gives one output");
  const chunks = output.output.filter((part) => part.type === "chunk");
  const first = new Set<string>();
  const load = (fileName: string) => {
    if (first.has(fileName)) return;
    first.add(fileName);
    for (const next of chunks.find((chunk) => chunk.fileName === fileName)?.imports ?? [])
      load(next);
  };
  for (const chunk of chunks) if (chunk.isEntry) load(chunk.fileName);
  return chunks.map(({ code, map, fileName }) => ({
    code,
    map: map?.toString() ?? "",
    isFirst: first.has(fileName),
  }));
}

function servedFrom(modules: Readonly<Record<string, string>>): Plugin {
  const nameOf = (id: string) => (id.startsWith(appFolder) ? id.slice(appFolder.length) : "");
  return {
    name: "app-of-text",
    enforce: "pre",
    resolveId: (id, importer) => {
      const path =
        id.startsWith("./") && importer?.startsWith(appFolder) ? appFolder + id.slice(2) : id;
      return nameOf(path) in modules ? path : null;
    },
    load: (id) => modules[nameOf(id)] ?? null,
  };
}
