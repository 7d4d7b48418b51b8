/**
 * Storybook as documentation: a page for each component, with the same headings on all of them, and no link or canvas that
 * leads nowhere. MDX is checked by no compiler, so that its imports are followed here.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { storyNameFromExport, toId } from "storybook/internal/csf";
import { parseSync } from "vite";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

const read = (path: string) => readFileSync(join(root, path), "utf8");

const files = readdirSync(join(root, "stories"), { recursive: true, encoding: "utf8" }).map(
  (path) => `stories/${path.replaceAll("\\", "/")}`,
);
const pages = files.filter((path) => path.endsWith(".mdx")).sort();
const storyFiles = files.filter((path) => path.endsWith(".stories.tsx"));

const headings = [
  "When to use",
  "When not to use",
  "Anatomy",
  "States and variants",
  "Keyboard",
  "Screen reader",
  "Props",
];

/** Names that a module exports as values. */
function exportsOf(path: string): string[] {
  const { program } = parseSync(path, read(path));
  return program.body.flatMap((statement) => {
    if (statement.type !== "ExportNamedDeclaration" || statement.exportKind === "type") return [];
    const { declaration, specifiers } = statement;
    const listed = specifiers
      .filter(({ exportKind }) => exportKind !== "type")
      .map(({ exported }) => ("name" in exported ? exported.name : exported.value));
    if (declaration?.type === "VariableDeclaration")
      return declaration.declarations.flatMap(({ id }) => ("name" in id ? [id.name] : []));
    const id = declaration && "id" in declaration ? declaration.id : undefined;
    return id && "name" in id ? [...listed, id.name] : listed;
  });
}

/** Components are in files of their own names. */
const components = [
  ...read("src/index.ts").matchAll(/^export \{([^}]*)\} from "\.\/components\/\w+\/(\w+)\.tsx";/gm),
].flatMap(([, names = "", file = ""]) =>
  names.split(",").some((name) => name.trim() === file) ? [file] : [],
);

function titleOf(storyFile: string): string {
  const [, title] = /\btitle: "([^"]+)"/.exec(read(storyFile)) ?? [];
  if (title === undefined) throw new Error(`${storyFile} has no title`);
  return title;
}

const storyIds = storyFiles.flatMap((path) =>
  exportsOf(path).map((name) => toId(titleOf(path), storyNameFromExport(name))),
);

interface MdxImport {
  /** Below the project's root. */
  file: string;
  /** `import * as Stories`: a name for all that the file exports. */
  all: string | undefined;
  names: readonly string[];
}

function importsOf(page: string): MdxImport[] {
  const written = read(page).matchAll(
    /^import (?:\* as (\w+)|\{([^}]*)\}) from "(\.[^"?]+\.tsx?)";/gm,
  );
  return [...written].map(([, all, names = "", from = ""]) => ({
    file: posix.join(dirname(page), from),
    all,
    names: names.split(",").flatMap((name) => name.trim() || []),
  }));
}

function pageId(page: string): string {
  const text = read(page);
  const [, title] = /<Meta title="([^"]+)"/.exec(text) ?? [];
  if (title !== undefined) return toId(title, "docs");
  const [, of] = /<Meta of=\{(\w+)\}/.exec(text) ?? [];
  const stories = importsOf(page).find(({ all }) => all !== undefined && all === of);
  if (!stories) throw new Error(`${page} has no <Meta>`);
  // Storybook names a page by its file, unless that is the stories' own name.
  const name = basename(page, ".mdx");
  const isNamedAlike = basename(stories.file, ".stories.tsx") === name;
  return toId(titleOf(stories.file), isNamedAlike ? "docs" : name);
}

const pageIds = pages.map(pageId);

describe("the components", () => {
  it("are all that the package exports", () => {
    expect(components).toContain("ErrorCard");
    expect(components).toContain("RecourseProvider");
    expect(components.length).toBeGreaterThanOrEqual(7);
  });

  it.each(components)("%s has a page with every heading, in one order", (name) => {
    const page = read(`stories/components/${name}.mdx`);
    expect(page).toMatch(new RegExp(`^# ${name}$`, "m"));
    expect([...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual(headings);
  });

  it.each(components)("%s is told of in one sentence or two, and shown at once", (name) => {
    const [, ...rest] = read(`stories/components/${name}.mdx`).split(/^# .*$/m);
    expect(rest.join("")).toMatch(/^\n+[A-Z].*\.\n\n<Canvas of=/);
  });

  it.each(components)("%s has its table of properties from the sources, if it has any", (name) => {
    const page = read(`stories/components/${name}.mdx`);
    const hasNone = new RegExp(`export function ${name}\\(\\)`).test(read(sourceOf(name)));
    expect(page.includes(`<Props of={${name}}`)).toBe(!hasNone);
  });
});

/** A component's file, in whichever room it is. */
function sourceOf(name: string): string {
  const rooms = readdirSync(join(root, "src/components"));
  const paths = rooms.map((room) => `src/components/${room}/${name}.tsx`);
  const path = paths.find((candidate) => existsSync(join(root, candidate)));
  if (path === undefined) throw new Error(`no room has a ${name}`);
  return path;
}

describe("the pages", () => {
  it("and the stories have an id each", () => {
    const ids = [...pageIds, ...storyIds];
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it.each(pages)("%s links only to stories and pages that there are", (page) => {
    const links = [...read(page).matchAll(/\?path=([^)"\s]*)/g)].map(([, path]) => path);
    const known = new Set([
      ...storyIds.map((id) => `/story/${id}`),
      ...pageIds.map((id) => `/docs/${id}`),
    ]);
    expect(links.filter((link) => link === undefined || !known.has(link))).toEqual([]);
  });

  it.each(pages)("%s shows only what the files that it imports export", (page) => {
    const text = read(page);
    const used = importsOf(page).flatMap(({ file, all, names }) => {
      const member = new RegExp(`[{<]${all}\\.(\\w+)`, "g");
      const members = all === undefined ? [] : text.matchAll(member);
      const exported = exportsOf(file);
      return [...names, ...[...members].map(([, name]) => name ?? "")]
        .filter((name) => !exported.includes(name))
        .map((name) => `${file}: ${name}`);
    });
    expect(used).toEqual([]);
  });

  it.each(pages)("%s has no Markdown table, which Storybook would show as text", (page) => {
    expect(read(page)).not.toMatch(/^\s*\|/m);
  });

  it.each(pages)("%s has curly apostrophes in what people read", (page) => {
    const prose = read(page)
      .replace(/^```[\s\S]*?^```/gm, "")
      .replace(/`[^`]*`/g, "");
    expect(prose).not.toMatch(/[a-z]'(?:s|t|re|ll|ve)\b/i);
  });
});

describe("the checks", () => {
  it("know stories and pages by Storybook's own ids", () => {
    expect(storyIds).toContain("components-errorcard--default");
    expect(storyIds).toContain("patterns-draw-your-own--the-error-log");
    expect(pageIds).toContain("patterns-inline-card-or-toast--docs");
  });

  it("see links of every form", () => {
    const introduction = read("stories/introduction/Introduction.mdx").match(/\?path=/g) ?? [];
    const edgeCases = read("stories/patterns/EdgeCases.mdx").match(/href="\?path=/g) ?? [];
    expect(introduction.length).toBeGreaterThan(10);
    expect(edgeCases.length).toBeGreaterThan(5);
  });
});
