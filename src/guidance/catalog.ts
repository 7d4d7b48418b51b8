import type { DocumentedCode } from "../error/error-code.ts";
import { type ErrorKind, isErrorKind } from "../error/error-kind.ts";
import type { InterfaceStrings } from "./interface-strings.ts";
import type { RemedyId } from "./remedy.ts";

/** How grave a failure is to the person: `danger` is broken, `warning` can be mended, `info` needs nothing. */
export const tones = ["danger", "warning", "info"] as const;

export type Tone = (typeof tones)[number];

/** What a failure is called and what helps. */
export interface CatalogEntry {
  /** What did not happen, without a full stop. Never blames. */
  title: string;
  /** What to do now, in full sentences. */
  fix: string;
  /** The one button that helps. Absent where only the person's own input can. */
  remedy?: RemedyId;
  /** Default `"danger"`. */
  tone?: Tone;
  /** Nothing is shown at all. */
  silent?: boolean;
  /** When it fails again and again it is a bug: the button then becomes `contactSupport`. */
  persistentIsBug?: boolean;
}

/** An entry for every documented code and every kind; other codes may have one. */
export type CatalogEntries = Readonly<
  Record<DocumentedCode | ErrorKind, CatalogEntry> & {
    [code: string]: CatalogEntry | undefined;
  }
>;

/** All the words of one language. */
export interface Catalog {
  /** BCP 47, for `Intl` and for `lang` attributes. */
  language: string;
  entries: CatalogEntries;
  /** Takes the place of `network` while the browser says that it is offline. */
  offline: CatalogEntry;
  /** Of `OUTDATED_PAGE`, a part of the page that could not be imported, unless there is an entry for that code. */
  outdatedPage: CatalogEntry;
  /** Takes the place of `clientError` where the status is 413, unless there is an entry for the code. */
  tooLarge: CatalogEntry;
  /** Of a service that is down as a whole. */
  serviceDown: CatalogEntry;
  /** Of a service that takes nothing until a time. `{time}` in the fix is a formatted duration. */
  serviceLimited: CatalogEntry;
  /** Takes the place of `unexpected` where a write has succeeded and the app's own code failed after it. */
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
