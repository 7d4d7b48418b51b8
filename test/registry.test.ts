/** Holds what registry.json promises to shadcn's CLI. What that makes of it is in test/e2e/registry.test.ts. */

import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { registryItemSchema, registrySchema } from "shadcn/schema";
import { describe, expect, test } from "vitest";

const read = (path: string) => readFile(new URL(`../${path}`, import.meta.url), "utf8");

const manifest = JSON.parse(await read("package.json"));
const registry = registrySchema.parse(JSON.parse(await read("registry.json")));
const items = registry.items.map((item) => registryItemSchema.parse(item));

/** Every app that has shadcn/ui has it. */
const given = ["react"];

describe("registry.json", () => {
  test("has the card and the toaster", () => {
    expect(items.map(({ name }) => name)).toEqual(["error-card", "error-toaster"]);
  });

  test("names every file of its folder, and no other", async () => {
    const folder = fileURLToPath(new URL("../registry", import.meta.url));
    const there = (await readdir(folder)).map((name) => `registry/${name}`);

    expect([...new Set(items.flatMap(pathsOf))].sort()).toEqual(there.sort());
  });

  test.for(items)("gives $name all that its files import", async (item) => {
    const paths = pathsOf(item);
    const packages = [...given, ...(item.dependencies ?? [])];
    const imported = await Promise.all(paths.map(importsOf));
    const missing = imported
      .flat()
      .filter((from) => !packages.includes(from) && !paths.includes(from));

    expect(imported.flat()).toContain("registry/error-parts.tsx");
    expect(missing).toEqual([]);
  });

  test.for(items)("lets $name bring the peers that the kit cannot do without", (item) => {
    const peers = Object.keys(manifest.peerDependencies).filter(
      (name) => !manifest.peerDependenciesMeta[name]?.optional && !name.startsWith("react"),
    );

    expect(item.dependencies).toEqual([manifest.name, ...peers]);
  });

  test.for(items)("lets $name import stylesheets that the package has", (item) => {
    const exported = Object.keys(manifest.exports).map((path) => path.replace("*", "shadcn"));
    const imports = Object.keys(item.css ?? {}).map(
      (rule) => /^@import "react-recourse(\/.+\.css)"$/.exec(rule)?.[1] ?? rule,
    );

    expect(imports).toEqual(["/styles.css", "/themes/shadcn.css"]);
    expect(imports.filter((path) => !exported.includes(`.${path}`))).toEqual([]);
  });
});

type Item = (typeof items)[number];

function pathsOf(item: Item): string[] {
  return (item.files ?? []).map(({ path }) => path);
}

/** Packages by name, files by path. */
async function importsOf(path: string): Promise<string[]> {
  const source = await read(path);
  return Array.from(source.matchAll(/ from "([^"]+)";$/gm), ([, from = ""]) =>
    from.replace(/^\.\/(.+)$/, "registry/$1.tsx").replace(/^react-recourse\/.+$/, "react-recourse"),
  );
}
