/**
 * Holds the layers of `src`: every import runs one way, types included, and no folder is in a cycle.
 *
 *     error -> envelope -+
 *     error -> retry ----+-> fetcher -> query -----------+
 *     error -> guidance -> report -> toasts -------------+-> components
 *     envelope -> forms, report, toasts, query, msw
 *     error -> openapi -> fetcher, query: types only
 *
 * Inside of `components`: focus -> provider -> parts -> remedies -> card, status, toaster.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "vite";
import { describe, expect, it } from "vitest";

const src = fileURLToPath(new URL("../src", import.meta.url));

/** What each folder may import, itself apart. */
const allowed: Record<string, readonly string[]> = {
  error: [],
  envelope: ["error"],
  retry: ["error"],
  openapi: ["error"],
  fetcher: ["error", "envelope", "retry", "openapi"],
  query: ["error", "envelope", "retry", "openapi", "fetcher"],
  guidance: ["error"],
  forms: ["error", "envelope"],
  report: ["error", "envelope", "guidance"],
  toasts: ["error", "envelope"],
  components: ["error", "envelope", "retry", "fetcher", "query", "guidance", "report", "toasts"],
  msw: ["error", "envelope"],
};

/** The same for the rooms of `components`. */
const allowedRooms: Record<string, readonly string[]> = {
  provider: ["focus"],
  focus: [],
  parts: ["provider", "focus"],
  remedies: ["provider", "focus", "parts"],
  card: ["provider", "focus", "parts", "remedies"],
  status: ["provider", "focus", "parts", "remedies"],
  toaster: ["provider", "focus", "parts", "remedies"],
  styles: [],
};

const withReact = ["query", "components"];

/** The public API: files at the top of `src`, which no file in `src` may import. */
const entries = [
  "core.ts",
  "forms.ts",
  "index.ts",
  "msw.ts",
  "register.ts",
  "reporters.ts",
  "sonner.ts",
];

const reactPackage =
  /^(?:react|react-dom|react-error-boundary|@tanstack\/react-query|@react-aria\/.*|@react-stately\/.*)(?:\/|$)/;

const forbiddenName = /^(?:utils?|helpers?|types|constants|common|misc)(?:\.|$)/;

interface Import {
  /** Path below src, with slashes. */
  file: string;
  /** As written: `../error/api-error.ts`, `react`. */
  from: string;
  /** Path below src of what is imported; undefined for a package. */
  target: string | undefined;
}

const files = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => posix.join(...pathBelowSrc(join(entry.parentPath, entry.name))))
  .sort();

const sources = files.filter((file) => /\.tsx?$/.test(file));
const imports = sources.flatMap((file) => importsOf(file, readSource(file)));

function readSource(file: string): string {
  return readFileSync(join(src, file), "utf8");
}

function pathBelowSrc(path: string): string[] {
  return path.slice(src.length + 1).split(/[\\/]/);
}

function folderOf(file: string): string {
  return file.includes("/") ? (file.split("/", 1)[0] ?? "") : "";
}

/** The room of a file of `components`; undefined for all others. */
function roomOf(file: string): string | undefined {
  const [folder, room, name] = file.split("/");
  return folder === "components" && name !== undefined ? room : undefined;
}

function importsOf(file: string, text: string): Import[] {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message}`);
  return specifiersIn(program).map((from) => ({ file, from, target: resolve(file, from) }));
}

/** Static and dynamic imports, re-exports and `import("…")` types, wherever they stand. */
function specifiersIn(node: unknown): string[] {
  if (typeof node !== "object" || node === null) return [];
  const source: unknown = Reflect.get(node, "source");
  const from: unknown = typeof source === "object" && source ? Reflect.get(source, "value") : null;
  return [
    ...(typeof from === "string" ? [from] : []),
    ...Object.values(node).flatMap(specifiersIn),
  ];
}

function resolve(file: string, from: string): string | undefined {
  return from.startsWith(".") ? posix.join(dirname(file), from) : undefined;
}

/** Statements that are there at run time, as `file: kind`. */
function valuesIn(file: string, text: string): string[] {
  return parseSync(file, text).program.body.flatMap((statement) => {
    const kind = statement.type;
    const { declaration = statement } = kind === "ExportNamedDeclaration" ? statement : {};
    const isType =
      (kind === "ImportDeclaration" && statement.importKind === "type") ||
      /^TS(?:TypeAlias|Interface)Declaration$/.test((declaration ?? statement).type);
    return isType ? [] : [`${file}: ${kind}`];
  });
}

/** Imports that break a rule, as `file -> what it imports`. */
function violations(breaks: (imported: Import) => boolean, among = imports): string[] {
  return among.filter(breaks).map(({ file, from }) => `${file} -> ${from}`);
}

function isUpward({ file, target }: Import): boolean {
  const [from, to] = [folderOf(file), folderOf(target ?? file)];
  return from !== "" && from !== to && !allowed[from]?.includes(to);
}

function isIntoAnotherRoom({ file, target }: Import): boolean {
  const [from, to] = [roomOf(file), roomOf(target ?? file)];
  if (from === undefined || to === undefined || from === to) return false;
  return !allowedRooms[from]?.includes(to);
}

function isReactBelowQuery({ file, from }: Import): boolean {
  return folderOf(file) !== "" && !withReact.includes(folderOf(file)) && reactPackage.test(from);
}

/** `index.ts` may give away what `core.ts` gives; nobody else may go through either. */
function isEntry({ file, target = "" }: Import): boolean {
  const isBarrel = /(?:^|\/)index\.tsx?$/.test(target);
  return isBarrel || (entries.includes(target) && !entries.includes(file));
}

/** Everything that a file imports, and what that imports in turn. */
function reach(file: string, seen = new Set<string>()): Import[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const own = imports.filter((imported) => imported.file === file);
  return [...own, ...own.flatMap(({ target }) => (target ? reach(target, seen) : []))];
}

/** Folders from which imports lead back to themselves. */
function foldersInCycles(among = imports): string[] {
  const next = (folder: string) =>
    among
      .filter(({ file, target }) => folderOf(file) === folder && target !== undefined)
      .map(({ target }) => folderOf(target ?? ""))
      .filter((to) => to !== folder);
  const leadsBack = (start: string, at = start, seen = new Set<string>()): boolean =>
    next(at).some((to) => {
      if (to === start) return true;
      if (seen.has(to)) return false;
      seen.add(to);
      return leadsBack(start, to, seen);
    });
  return [...new Set(among.map(({ file }) => folderOf(file)))].filter((folder) =>
    leadsBack(folder),
  );
}

describe("src", () => {
  it("has only the folders whose layer is known", () => {
    const folders = new Set(files.map(folderOf));
    expect([...folders].filter((folder) => folder !== "" && !(folder in allowed))).toEqual([]);
  });

  it("has a room for each subject of its components, and nothing between them", () => {
    const inComponents = files.filter((file) => folderOf(file) === "components");
    expect(inComponents.filter((file) => roomOf(file) === undefined)).toEqual([]);
    expect(new Set(inComponents.map(roomOf))).toEqual(new Set(Object.keys(allowedRooms)));
  });

  it("imports one way from room to room", () => {
    expect(violations(isIntoAnotherRoom)).toEqual([]);
  });

  it("has only entry points at its top", () => {
    expect(sources.filter((file) => folderOf(file) === "" && !entries.includes(file))).toEqual([]);
  });

  it("imports one way, types included", () => {
    expect(violations(isUpward)).toEqual([]);
  });

  it("has no folder in a cycle", () => {
    expect(foldersInCycles()).toEqual([]);
  });

  it("keeps React out of all below the query layer", () => {
    expect(violations(isReactBelowQuery)).toEqual([]);
    const below = (file: string) => file.endsWith(".tsx") && !withReact.includes(folderOf(file));
    expect(sources.filter(below)).toEqual([]);
  });

  it.each(["core.ts", "reporters.ts"])("reaches no React from %s", (entry) => {
    expect(violations(({ from }) => reactPackage.test(from), reach(entry))).toEqual([]);
    expect(reach(entry).length).toBeGreaterThan(20);
  });

  it("reaches no words for people from reporters.ts", () => {
    const isOfWords = ({ target = "" }: Import) => /guidance\/(?:locales\/|guide)/.test(target);
    expect(violations(isOfWords, reach("reporters.ts"))).toEqual([]);
    expect(violations(isOfWords, reach("core.ts"))).not.toEqual([]);
  });

  it("has nothing but types in openapi", () => {
    const inOpenapi = sources.filter((file) => folderOf(file) === "openapi");
    expect(inOpenapi.length).toBeGreaterThan(0);
    expect(inOpenapi.flatMap((file) => valuesIn(file, readSource(file)))).toEqual([]);
  });

  it("never imports an entry point or a barrel from inside", () => {
    expect(violations(isEntry)).toEqual([]);
  });

  it("imports only files that are there, by their whole name", () => {
    const isMissing = ({ target }: Import) => target !== undefined && !files.includes(target);
    expect(violations(isMissing)).toEqual([]);
  });

  it("has no file or folder for things that found no name", () => {
    const isForbidden = (file: string) => file.split("/").some((part) => forbiddenName.test(part));
    expect(files.filter(isForbidden)).toEqual([]);
  });
});

describe("the check itself", () => {
  const text = `
    import { a } from "../query/a.ts";
    import type { B } from "../query/b.ts";
    import "../query/c.ts";
    export { d } from "../query/d.ts";
    export type * from "../query/e.ts";
    let f: import("../query/f.ts").F;
    let g: typeof import("../query/g.ts");
    const h = () => import("../query/h.ts");
    import i from "react/jsx-runtime";
    // import "../query/comment.ts";
    const text = 'import "../query/text.ts"';
  `;
  const seen = importsOf("retry/x.ts", text);

  it("sees every form of import, and no comment or text", () => {
    expect(seen.map(({ target, from }) => target ?? from).sort()).toEqual(
      [..."abcdefgh"].map((name) => `query/${name}.ts`).concat("react/jsx-runtime"),
    );
  });

  it("finds upward imports, React and barrels among them", () => {
    expect(violations(isUpward, seen)).toHaveLength(8);
    expect(violations(isReactBelowQuery, seen)).toEqual(["retry/x.ts -> react/jsx-runtime"]);
    const barrels = importsOf("query/x.ts", 'import "../core.ts"; import "./index.ts";');
    expect(violations(isEntry, barrels)).toHaveLength(2);
  });

  it("finds imports against the order of the rooms", () => {
    const rooms = importsOf(
      "components/parts/x.ts",
      'import "../card/x.ts"; import "../focus/x.ts";',
    );
    expect(violations(isIntoAnotherRoom, rooms)).toEqual(["components/parts/x.ts -> ../card/x.ts"]);
  });

  it("finds a cycle, a long one too", () => {
    const circular = [
      ...importsOf("error/x.ts", 'import "../retry/x.ts";'),
      ...importsOf("retry/x.ts", 'import "../fetcher/x.ts";'),
      ...importsOf("fetcher/x.ts", 'import "../error/x.ts";'),
      ...importsOf("query/x.ts", 'import "../error/x.ts";'),
    ];
    expect(foldersInCycles(circular)).toEqual(["error", "retry", "fetcher"]);
  });

  it("tells types from values", () => {
    const mixed = `
      import type { A } from "./a.ts";
      import { type B, c } from "./b.ts";
      export type D = A | B;
      interface E { c: typeof c }
      export const f = c;
      export { type E };
    `;
    const values = ["ImportDeclaration", "ExportNamedDeclaration", "ExportNamedDeclaration"];
    expect(valuesIn("x.ts", mixed)).toEqual(values.map((kind) => `x.ts: ${kind}`));
  });

  it.each(["utils.ts", "util.ts", "helpers.ts", "types.ts", "constants.ts", "helpers"])(
    "refuses the name %s",
    (name) => {
      expect(forbiddenName.test(name)).toBe(true);
    },
  );
});
