import { readFileSync } from "node:fs";
import { parseSync } from "vite";

/**
 * The names that an entry point exports, which are all in `export { … } from "…"`.
 * @param entry `index`, `core`
 * @throws Error where it has anything else
 */
export function namesOf(entry: string): { values: string[]; types: string[] } {
  const path = `src/${entry}.ts`;
  const text = readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
  const { program, module } = parseSync(path, text);
  if (program.body.some(({ type }) => type !== "ExportNamedDeclaration"))
    throw new Error(`${path} must have nothing but export { … } from "…"`);
  const exported = module.staticExports.flatMap(({ entries }) => entries);
  const named = (isType: boolean) =>
    exported
      .filter((entry) => entry.isType === isType)
      .map(({ exportName }) => exportName.name ?? "*")
      .sort();
  return { values: named(false), types: named(true) };
}
