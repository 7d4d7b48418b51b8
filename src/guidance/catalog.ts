import type { DocumentedCode } from "../error/error-code.ts";
import { type ErrorKind, isErrorKind } from "../error/error-kind.ts";
import type { InterfaceStrings } from "./interface-strings.ts";
import type { RemedyId } from "./remedy.ts";

/** How grave a failure is to the person: `danger` is broken, `warning` can be mended, `info` needs nothing. */
export const tones = ["danger", "warning", "info"] as const;

export type Tone = (typeof tones)[number];

/** The words and the remedy for a failure. */
export interface CatalogEntry {
  /** What did not happen, without a full stop. Never blames. */
  title: string;
  /** What to do now, in full sentences. */
  fix: string;
  /** The one button that helps. Absent if the person has to change their input. */
  remedy?: RemedyId;
  /** Default `"danger"`. */
  tone?: Tone;
  /** Whether the person sees nothing of this failure. */
  silent?: boolean;
  /** Whether support should look into it after two tries by hand: the button then becomes `contactSupport`. */
  persistentIsBug?: boolean;
}

/** Entries by code or kind. Every documented code and every kind has one; other codes may have one. */
export type CatalogEntries = Readonly<
  Record<DocumentedCode | ErrorKind, CatalogEntry> & {
    [code: string]: CatalogEntry | undefined;
  }
>;

/** All the words of one language. */
export interface Catalog {
  /** The language's BCP 47 tag, for `Intl` and for `lang` attributes. */
  language: string;
  entries: CatalogEntries;
  /** Instead of `network`, while the browser says that it is offline. */
  offline: CatalogEntry;
  /** For `OUTDATED_PAGE`, a part of the page that could not be imported, if `entries` has none for that code. */
  outdatedPage: CatalogEntry;
  /** Instead of `clientError` if the status is 413 and `entries` has none for the code. */
  tooLarge: CatalogEntry;
  /** For a service that is down as a whole. */
  serviceDown: CatalogEntry;
  /** For a service that takes no calls until a certain time. `{time}` in the fix is a formatted duration. */
  serviceLimited: CatalogEntry;
  /** Instead of `unexpected` if a write succeeded and the app's own code failed after it. */
  afterSuccess: CatalogEntry;
  remedies: Readonly<Record<RemedyId, string>>;
  strings: InterfaceStrings;
}

/**
 * Looks an entry up: code first, then kind. A kind that only untyped code could have made is unexpected.
 */
export function entryFor(catalog: Catalog, code: string, kind: ErrorKind): CatalogEntry {
  return (
    entryOfCode(catalog, code, kind) ?? catalog.entries[isErrorKind(kind) ? kind : "unexpected"]
  );
}

/**
 * The entry of a code, if it has one. A code that is spelt like a kind is not taken for one, and `ABORT_ERROR` not for an
 * abort where a server has answered with it: that would be silent, and what was to be saved is lost.
 */
export function entryOfCode(
  catalog: Catalog,
  code: string,
  kind: ErrorKind,
): CatalogEntry | undefined {
  const isAnswered = code === "ABORT_ERROR" && kind !== "aborted";
  const isCode = !isErrorKind(code) && !isAnswered && Object.hasOwn(catalog.entries, code);
  return isCode ? catalog.entries[code] : undefined;
}
