/** The guide for coding agents, llms.txt, names all that there is to import, and nothing else. Its blocks are compiled in `test/e2e`. */

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readmeApp } from "./e2e/readme.ts";
import { namesOf } from "./entry-names.ts";

const root = new URL("..", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");

const text = read("llms.txt");
const prose = text.replace(/^```.*?^```$/gms, "");

/** Of the part about an entry: the names at the head of its list items, and all of "Also" and "Types". */
function namedFor(entry: string): string[] {
  const heading = `### react-recourse${entry}\n`;
  const part = prose.slice(prose.indexOf(heading) + heading.length).split(/^##/m, 1)[0] ?? "";
  const heads = [...part.matchAll(/^- ((?:`[^`]+`(?:, )?)+):/gm)].map(([, spans = ""]) => spans);
  const lists = part.match(/^(?:Also|Types|One catalog).*$/gm) ?? [];
  return [...heads, ...lists].flatMap(spansIn).map((span) => /^[\w$]*/.exec(span)?.[0] ?? "");
}

function spansIn(markdown: string): string[] {
  return [...markdown.matchAll(/`([^`]+)`/g)].map(([, span = ""]) => span);
}

function compare(named: readonly string[], wanted: readonly string[]) {
  return {
    missing: wanted.filter((name) => !named.includes(name)),
    unknown: named.filter((name) => !wanted.includes(name)),
  };
}

const all = { missing: [], unknown: [] };

describe("llms.txt", () => {
  it("names what react-recourse exports, but the types of its core", () => {
    const { values, types } = namesOf("index");
    const ofCore = namesOf("core").types;
    const wanted = [...values, ...types.filter((name) => !ofCore.includes(name))];

    expect(compare(namedFor(""), wanted)).toEqual(all);
  });

  it.each(["core", "forms", "reporters", "sonner", "msw"])(
    "names what react-recourse/%s exports",
    (entry) => {
      const { values, types } = namesOf(entry);

      expect(compare(namedFor(`/${entry}`), [...values, ...types])).toEqual(all);
    },
  );

  it("names every language", () => {
    const languages = readdirSync(new URL("src/guidance/locales", root)).map((file) => {
      const [, name = ""] = /^export const (\w+)/m.exec(read(`src/guidance/locales/${file}`)) ?? [];
      return name;
    });

    expect(namedFor("/locales/*")).toEqual(expect.arrayContaining(languages));
  });

  it("has a part for each entry of the package", () => {
    const { exports }: { exports: object } = JSON.parse(read("package.json"));
    const modules = Object.keys(exports).filter((name) => !/\.(?:css|json)$/.test(name));

    const parts = [...prose.matchAll(/^### react-recourse(.*)$/gm)].map(([, name]) => `.${name}`);
    expect(parts.sort()).toEqual(modules.sort());
  });

  it("begins with the app that README.md shows", async () => {
    expect(text).toContain(await readmeApp());
  });

  it("names nothing in passing that the kit or TanStack Query has not", () => {
    const files = readdirSync(new URL("src", root), { recursive: true, encoding: "utf8" });
    const sources = files.filter((file) => /\.tsx?$/.test(file)).map((file) => read(`src/${file}`));
    const known = new Set(sources.join("\n").match(/[\w$]+/g));
    const names = spansIn(prose).flatMap((span) => span.match(/\b[a-zA-Z]+(?:[A-Z]|_)\w+/g) ?? []);

    expect(names).toContain("apiQueryKey");
    expect(names.filter((name) => !known.has(name))).toEqual([]);
  });
});
