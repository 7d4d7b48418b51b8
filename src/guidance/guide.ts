import type { ApiError } from "../error/api-error.ts";
import { failedAfterSuccess } from "../error/callback-error.ts";
import { toLocalError } from "../error/local-error.ts";
import { type Catalog, type CatalogEntry, entryFor, entryOfCode, type Tone } from "./catalog.ts";
import { isOnline } from "./is-online.ts";
import type { RemedyId } from "./remedy.ts";
import { usableCatalog } from "./usable-catalog.ts";

/** Failures by hand after which a persistent fault is support's to look at. */
const failuresBeforeSupport = 2;

export interface Guidance {
  /** What did not happen. */
  title: string;
  /** What to do now. */
  fix: string;
  /** The one thing that helps; undefined if the person has to change their input. */
  remedy: RemedyId | undefined;
  tone: Tone;
  /** Whether to show nothing of this failure. */
  silent: boolean;
}

export interface GuideOptions {
  /** Default: English. */
  catalog?: Catalog | undefined;
  /** How often the person has tried again without success. Default 0. */
  failures?: number | undefined;
  /** Whether there is a connection. Default: `navigator.onLine`, or true if there is no `navigator`. */
  online?: boolean | undefined;
}

/**
 * Gives the words and the remedy for a failure. Takes anything that was thrown, as `toApiError` does, and never throws.
 *
 * - It uses the catalog's entry for the code, else the one for the kind. For an `ABORT_ERROR` from a server it uses the kind:
 *   only calls that the page itself aborted are silent.
 * - A 413 has its own words if its code has none.
 * - For a network failure, or a part of the page that could not be loaded, it says "You're offline" only while the browser
 *   says so.
 * - If the app's own code failed after a write succeeded, it does not say that the write failed.
 * - If an entry has `persistentIsBug`, its remedy becomes `contactSupport` after 2 tries by hand.
 */
export function guide(error: unknown, options: GuideOptions = {}): Guidance {
  const { failures = 0 } = options;
  const catalog = usableCatalog(options.catalog);
  const entry = entryOf(toLocalError(error), catalog, options.online ?? isOnline());
  return {
    title: entry.title,
    fix: entry.fix,
    remedy: remedyOf(entry, failures),
    tone: entry.tone ?? "danger",
    silent: entry.silent ?? false,
  };
}

function entryOf(error: ApiError, catalog: Catalog, online: boolean): CatalogEntry {
  const { code, kind, status } = error;
  if (!online && (kind === "network" || code === "OUTDATED_PAGE")) return catalog.offline;
  if (failedAfterSuccess(error)) return catalog.afterSuccess;
  const byCode = entryOfCode(catalog, code, kind);
  if (byCode) return byCode;
  if (code === "OUTDATED_PAGE") return catalog.outdatedPage;
  // Content Too Large (RFC 9110, 15.5.14)
  if (kind === "clientError" && status === 413) return catalog.tooLarge;
  return entryFor(catalog, code, kind);
}

function remedyOf(entry: CatalogEntry, failures: number): RemedyId | undefined {
  return entry.persistentIsBug && failures >= failuresBeforeSupport
    ? "contactSupport"
    : entry.remedy;
}
