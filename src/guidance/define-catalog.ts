import type { DocumentedCode } from "../error/error-code.ts";
import type { ErrorKind } from "../error/error-kind.ts";
import type { Catalog, CatalogEntry } from "./catalog.ts";
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
 * @throws TypeError for an entry without title or fix, or with a remedy that does not exist
 */
export function defineCatalog(changes: CatalogChanges, base: Catalog = en): Catalog {
  for (const [code, entry] of Object.entries(changes)) if (entry) checkEntry(code, entry);
  const given = Object.entries(changes).filter(([, entry]) => entry !== undefined);
  return { ...base, entries: { ...base.entries, ...Object.fromEntries(given) } };
}

function checkEntry(code: string, entry: CatalogEntry): void {
  for (const part of ["title", "fix"] as const)
    if (typeof entry[part] !== "string" || entry[part].trim() === "")
      throw new TypeError(
        `defineCatalog: ${code}.${part} must be a sentence: got ${JSON.stringify(entry[part])}`,
      );
  if (entry.remedy !== undefined && !remedyIds.includes(entry.remedy))
    throw new TypeError(
      `defineCatalog: ${code}.remedy must be one of ${remedyIds.join(", ")}: got ${JSON.stringify(entry.remedy)}`,
    );
}
