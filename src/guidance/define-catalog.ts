import type { DocumentedCode } from "../error/error-code.ts";
import type { ErrorKind } from "../error/error-kind.ts";
import { type Catalog, type CatalogEntry, tones } from "./catalog.ts";
import { en } from "./locales/en.ts";
import { remedyIds } from "./remedy.ts";

/** Entries by code or kind. */
export type CatalogChanges = Readonly<
  { [Known in DocumentedCode | ErrorKind]?: CatalogEntry } & {
    [code: string]: CatalogEntry | undefined;
  }
>;

/**
 * Adds entries for another API's codes, or replaces entries, on top of a catalog.
 *
 * ```ts
 * defineCatalog({ SEAT_LIMIT: { title: "There is no free seat", fix: "Ask your administrator for one." } });
 * ```
 *
 * @throws TypeError for an entry without title or fix, or with a remedy or a tone that does not exist
 */
export function defineCatalog(changes: CatalogChanges, base: Catalog = en): Catalog {
  const given = Object.entries(changes).filter(([, entry]) => entry !== undefined);
  for (const [code, entry] of given) checkEntry(code, entry);
  return { ...base, entries: { ...base.entries, ...Object.fromEntries(given) } };
}

function checkEntry(code: string, entry: CatalogEntry | undefined): void {
  const misuse = (part: string, wanted: string, got: unknown) =>
    new TypeError(`defineCatalog: ${code}${part} must be ${wanted}: got ${show(got)}`);
  if (typeof entry !== "object" || entry === null)
    throw misuse("", "an entry with title and fix", entry);
  for (const part of ["title", "fix"] as const)
    if (typeof entry[part] !== "string" || entry[part].trim() === "")
      throw misuse(`.${part}`, "a sentence", entry[part]);
  if (entry.remedy !== undefined && !remedyIds.includes(entry.remedy))
    throw misuse(".remedy", `one of ${remedyIds.join(", ")}`, entry.remedy);
  if (entry.tone !== undefined && !tones.includes(entry.tone))
    throw misuse(".tone", `one of ${tones.join(", ")}`, entry.tone);
}

function show(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
