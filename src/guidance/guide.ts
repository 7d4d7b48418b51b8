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
  /** The one thing that helps; undefined where only the person's own input can. */
  remedy: RemedyId | undefined;
  tone: Tone;
  /** Show nothing at all. */
  silent: boolean;
}

export interface GuideOptions {
  /** Default: English. */
  catalog?: Catalog | undefined;
  /** How often the person has already tried again in vain. Default 0. */
  failures?: number | undefined;
  /** Default: what `navigator.onLine` says, and true where there is none. */
  online?: boolean | undefined;
}

/**
 * Says what a failure means to the person and what helps. Never throws, whatever was thrown. What another client threw goes
 * through `toApiError` first.
 *
 * - The catalog is asked for the code, then for the kind. A server's own `ABORT_ERROR` goes by kind: only what the page
 *   itself aborted is silent.
 * - A 413 has words of its own where its code has none: only something smaller helps.
 * - "You're offline" is said of a network failure, or of a part of the page that could not be loaded, only while the
 *   browser is sure of it.
 * - Of what failed after a write had succeeded it is not said that the write failed.
 * - What is a bug when it persists turns from `retry` to `contactSupport` after 2 failures by hand.
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
