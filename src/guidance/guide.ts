import type { ApiError } from "../error/api-error.ts";
import { failedAfterSuccess } from "../error/callback-error.ts";
import { toLocalError } from "../error/local-error.ts";
import { type Catalog, type CatalogEntry, entryFor, entryOfCode, type Tone } from "./catalog.ts";
import { isOnline } from "./is-online.ts";
import type { RemedyId } from "./remedy.ts";
import { usableCatalog } from "./usable-catalog.ts";

/** After this many failed retries by hand, a persistent fault goes to support. */
const failuresBeforeSupport = 2;

export interface Guidance {
  /** What did not happen. */
  title: string;
  /** What to do now. */
  fix: string;
  /** The one thing that helps. Undefined if only the person's own input can help. */
  remedy: RemedyId | undefined;
  tone: Tone;
  /** Whether to show nothing of this failure. */
  silent: boolean;
}

export interface GuideOptions {
  /** Default: English. */
  catalog?: Catalog | undefined;
  /** How often the person has already tried again without success. Default 0. */
  failures?: number | undefined;
  /** Default: the value of `navigator.onLine`; true where there is none. */
  online?: boolean | undefined;
}

/**
 * Says what a failure means to the person, and what helps. Never throws, whatever was thrown. Pass another client's
 * errors through `toApiError` first.
 *
 * - The catalog is searched for the code, then for the kind. A server's own `ABORT_ERROR` goes by kind: only what the
 *   page itself aborted is silent. So does `GENERIC_ERROR` with a 401, 403, 404, 409, 422 or 429.
 * - Without a request ID, the words name none.
 * - A 413 whose code has no words has words of its own: only sending less helps.
 * - "You're offline" is said only while the browser is sure of it, of a network failure or a part of the page that
 *   could not be loaded.
 * - If the app's code failed after a write had succeeded, the words do not say that the write failed.
 * - For a failure that is a bug if it persists, 2 failed retries by hand turn `retry` into `contactSupport`.
 */
export function guide(error: unknown, options: GuideOptions = {}): Guidance {
  const { failures = 0 } = options;
  const catalog = usableCatalog(options.catalog);
  const failure = toLocalError(error);
  const entry = entryOf(failure, catalog, options.online ?? isOnline());
  return {
    title: entry.title,
    fix: (failure.requestId === undefined ? entry.fixWithoutId : undefined) ?? entry.fix,
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

/** The label of a remedy's button for a failure. Undefined if nothing gives it a label. */
export function remedyLabel(
  id: RemedyId,
  error: ApiError,
  { catalog, online }: { catalog: Catalog; online: boolean },
): string | undefined {
  const { remedy, label } = entryOf(error, catalog, online);
  return (id === remedy ? label : undefined) ?? catalog.remedies[id];
}

function remedyOf(entry: CatalogEntry, failures: number): RemedyId | undefined {
  return entry.persistentIsBug && failures >= failuresBeforeSupport
    ? "contactSupport"
    : entry.remedy;
}
