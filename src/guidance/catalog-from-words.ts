import type { DocumentedCode } from "../error/error-code.ts";
import type { ErrorKind } from "../error/error-kind.ts";
import type { Catalog, CatalogEntry } from "./catalog.ts";
import { en } from "./locales/en.ts";

type EntryWords = Readonly<Pick<CatalogEntry, "title" | "fix" | "fixWithoutId">>;

/** The words of a catalog. Its remedies, tones and the rest are the same in every language. */
export interface CatalogWords extends Pick<Catalog, "remedies" | "strings"> {
  entries: Readonly<Record<DocumentedCode | ErrorKind, EntryWords>>;
  offline: EntryWords;
  outdatedPage: EntryWords;
  afterSuccess: EntryWords;
  tooLarge: EntryWords;
  serviceDown: EntryWords;
  serviceLimited: EntryWords;
}

/**
 * Lays the words of another language over the English catalog, so that remedies, tones and the rest are set only once.
 */
export function catalogFromWords(language: string, words: CatalogWords): Catalog {
  const { remedies, strings } = words;
  const entries = Object.entries(words.entries).map(([name, entry]) => [
    name,
    { ...en.entries[name], ...entry },
  ]);
  return {
    language,
    entries: { ...en.entries, ...Object.fromEntries(entries) },
    offline: { ...en.offline, ...words.offline },
    outdatedPage: { ...en.outdatedPage, ...words.outdatedPage },
    afterSuccess: { ...en.afterSuccess, ...words.afterSuccess },
    tooLarge: { ...en.tooLarge, ...words.tooLarge },
    serviceDown: { ...en.serviceDown, ...words.serviceDown },
    serviceLimited: { ...en.serviceLimited, ...words.serviceLimited },
    remedies,
    strings,
  };
}
