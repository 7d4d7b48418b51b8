import type { DocumentedCode, OwnCode } from "../error/error-code.ts";
import type { ErrorKind } from "../error/error-kind.ts";
import { isRecord, misuse } from "../error/misuse.ts";
import type { RegisteredCode } from "../error/spec-code.ts";
import { type Catalog, type CatalogEntry, tones } from "./catalog.ts";
import { en } from "./locales/en.ts";
import { remedyIds } from "./remedy.ts";
import { missingParts } from "./usable-catalog.ts";

/** Entries by code or kind. */
export type CatalogChanges = Readonly<
  { [Known in DocumentedCode | ErrorKind]?: CatalogEntry } & {
    [code: string]: CatalogEntry | undefined;
  }
>;

/** Codes that every language of the kit has words for, by code or by kind. */
type CodeWithWords = DocumentedCode | OwnCode;

/** An entry for each registered code without words. */
type MissingWords = Readonly<Record<Exclude<RegisteredCode, CodeWithWords>, CatalogEntry>>;

/** A catalog with words for all registered codes. */
type WholeCatalog = [RegisteredCode] extends [never]
  ? Catalog
  : Catalog & { entries: MissingWords };

/**
 * Adds entries for another API's codes to a catalog, or replaces entries.
 *
 * ```ts
 * defineCatalog({ SEAT_LIMIT: { title: "There is no free seat", fix: "Ask your administrator for one." } });
 * ```
 *
 * Once a spec with named codes is registered, this does not compile while a code has words neither here nor in the
 * catalog.
 *
 * The entry of a remedy of your own has its label: `{ title, fix, remedy: "addSeats", label: "Add seats" }`.
 *
 * @throws TypeError for an entry without title or fix, with a remedy that neither the kit nor a label knows, or with a
 * tone that does not exist, and if the entries or the catalog are not an object of that kind
 */
export function defineCatalog<Base extends Catalog = Catalog>(
  changes: CatalogChanges & (Base extends WholeCatalog ? unknown : MissingWords),
  base?: Base,
): WholeCatalog;
export function defineCatalog(changes: CatalogChanges, base: Catalog = en): Catalog {
  if (!isRecord(changes))
    throw misuse(
      "defineCatalog",
      changes,
      () =>
        process.env.NODE_ENV !== "production" &&
        "must be given entries, such as { SEAT_LIMIT: { title, fix } }",
    );
  if (missingParts(base).length > 0)
    throw misuse(
      "defineCatalog's second argument",
      base,
      () =>
        process.env.NODE_ENV !== "production" &&
        "must be what defineCatalog({ … }) gave, or a language from react-recourse/locales",
    );
  const given = Object.entries(changes).filter(([, entry]) => entry !== undefined);
  for (const [code, entry] of given) checkEntry(code, entry);
  return { ...base, entries: { ...base.entries, ...Object.fromEntries(given) } };
}

function checkEntry(code: string, entry: CatalogEntry | undefined): void {
  const refused = (part: string, wanted: string, got: unknown) =>
    misuse(
      `defineCatalog: ${code}${part}`,
      got,
      () => process.env.NODE_ENV !== "production" && `must be ${wanted}`,
    );
  if (typeof entry !== "object" || entry === null)
    throw refused("", "an entry with title and fix", entry);
  for (const part of ["title", "fix"] as const)
    if (typeof entry[part] !== "string" || entry[part].trim() === "")
      throw refused(`.${part}`, "a sentence", entry[part]);
  const { remedy, label } = entry;
  if (label !== undefined && (typeof label !== "string" || label.trim() === ""))
    throw refused(".label", "what the button says", label);
  const isKnown = remedy === undefined || remedyIds.some((known) => known === remedy);
  if (!isKnown && (label === undefined || typeof remedy !== "string" || remedy === ""))
    throw refused(
      ".remedy",
      `one of ${remedyIds.join(", ")}, or one of your own beside a label`,
      remedy,
    );
  if (entry.tone !== undefined && !tones.includes(entry.tone))
    throw refused(".tone", `one of ${tones.join(", ")}`, entry.tone);
}
