import type { DocumentedCode } from "../error/error-code.ts";
import { type ErrorKind, isErrorKind } from "../error/error-kind.ts";
import type { InterfaceStrings } from "./interface-strings.ts";
import type { KnownRemedyId, RemedyId } from "./remedy.ts";

/** How serious a failure is to the person. `danger`: broken. `warning`: they can mend it. `info`: nothing to do. */
export const tones = ["danger", "warning", "info"] as const;

export type Tone = (typeof tones)[number];

/** The words and the remedy for a failure. */
export type CatalogEntry = EntryBase & (KnownRemedy | OwnRemedy);

interface EntryBase {
  /** What did not happen, without a full stop. Never blames. */
  title: string;
  /** What to do now, in full sentences. */
  fix: string;
  /** The fix for a failure without a request ID, if `fix` names that. Default: `fix`. */
  fixWithoutId?: string;
  /** Default `"danger"`. */
  tone?: Tone;
  /** Whether the person sees nothing of this failure. */
  silent?: boolean;
  /** If it keeps failing it is a bug: the button then becomes `contactSupport`. */
  persistentIsBug?: boolean;
}

interface KnownRemedy {
  /** The one button that helps. Absent if only the person's own input can help. */
  remedy?: KnownRemedyId;
  /** What the button says here. Default: the catalog's label of the remedy. */
  label?: string;
}

/** A remedy of the app's own: the provider's `remedies` has its function, under the same name. */
interface OwnRemedy {
  remedy: string;
  label: string;
}

/** Entries by code or kind. Every documented code and every kind has one; other codes may have one. */
export type CatalogEntries = Readonly<
  Record<DocumentedCode | ErrorKind, CatalogEntry> & {
    [code: string]: CatalogEntry | undefined;
  }
>;

/** All words of one language. */
export interface Catalog {
  /** A BCP 47 tag, for `Intl` and for `lang` attributes. */
  language: string;
  entries: CatalogEntries;
  /** Used instead of `network` while the browser says that it is offline. */
  offline: CatalogEntry;
  /** For `OUTDATED_PAGE`, a part of the page that could not be imported, unless that code has an entry. */
  outdatedPage: CatalogEntry;
  /** Used instead of `clientError` if the status is 413, unless the code has an entry. */
  tooLarge: CatalogEntry;
  /** For a service that is down as a whole. */
  serviceDown: CatalogEntry;
  /** For a service that takes nothing until a time. `{time}` in the fix is a formatted duration. */
  serviceLimited: CatalogEntry;
  /** Used instead of `unexpected` if a write has succeeded and the app's own code failed after it. */
  afterSuccess: CatalogEntry;
  remedies: Readonly<Record<RemedyId, string>>;
  strings: InterfaceStrings;
}

/**
 * Finds an entry: by code, then by kind. A kind that does not exist, as untyped code may pass, counts as `unexpected`.
 */
export function entryFor(catalog: Catalog, code: string, kind: ErrorKind): CatalogEntry {
  return (
    entryOfCode(catalog, code, kind) ?? catalog.entries[isErrorKind(kind) ? kind : "unexpected"]
  );
}

/** Kinds that say more than `GENERIC_ERROR`, whose words blame the service ("Unclassified server-side error"). */
const tellsMore: readonly ErrorKind[] = [
  "unauthorized",
  "forbidden",
  "notFound",
  "conflict",
  "unprocessable",
  "rateLimited",
];

/**
 * The entry of a code, if it has one. A code that is spelt like a kind gets no entry. Neither does an `ABORT_ERROR`
 * that a server answered with: the entry for aborts is silent, and the person would not hear that a write was lost.
 * Nor does a `GENERIC_ERROR` whose kind says more.
 */
export function entryOfCode(
  catalog: Catalog,
  code: string,
  kind: ErrorKind,
): CatalogEntry | undefined {
  const isAnswered = code === "ABORT_ERROR" && kind !== "aborted";
  const isVague = code === "GENERIC_ERROR" && tellsMore.includes(kind);
  const isCode =
    !isErrorKind(code) && !isAnswered && !isVague && Object.hasOwn(catalog.entries, code);
  return isCode ? catalog.entries[code] : undefined;
}
