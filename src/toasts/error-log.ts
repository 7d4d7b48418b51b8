import type { ApiError } from "../error/api-error.ts";
import { fingerprintOf } from "../error/fingerprint.ts";

/** All failures with the same fingerprint. */
export interface LoggedError {
  fingerprint: string;
  /** The newest failure. */
  error: ApiError;
  /** How many failures there were, from 1. */
  count: number;
  /** Request IDs of the failures before the newest: newest first, at most 20. */
  earlierRequestIds: readonly string[];
}

const maxEntries = 50;
const maxEarlierIds = 20;

/** Counts a failure on the log entry of its fingerprint, or makes the first entry. */
export function countFailure(
  known: LoggedError | undefined,
  error: ApiError,
  fingerprint: string = fingerprintOf(error),
): LoggedError {
  const ids = new Set([known?.error.requestId, ...(known?.earlierRequestIds ?? [])]);
  ids.delete(error.requestId);
  return {
    fingerprint,
    error,
    count: (known?.count ?? 0) + 1,
    earlierRequestIds: [...ids].filter((id) => id !== undefined).slice(0, maxEarlierIds),
  };
}

/** The 50 newest fingerprints of failures, dismissed ones included, so that people can find them again. */
export class ErrorLog {
  readonly #byFingerprint = new Map<string, LoggedError>();
  /** Built when it is read: failures come in storms, and a list of them is rarely open. */
  #entries: readonly LoggedError[] | undefined;

  add(error: ApiError): void {
    const fingerprint = fingerprintOf(error);
    const entry = countFailure(this.#byFingerprint.get(fingerprint), error);
    this.#byFingerprint.delete(fingerprint);
    this.#byFingerprint.set(fingerprint, entry);
    for (const [oldest] of this.#byFingerprint) {
      if (this.#byFingerprint.size <= maxEntries) break;
      this.#byFingerprint.delete(oldest);
    }
    this.#entries = undefined;
  }

  clear(): void {
    this.#byFingerprint.clear();
    this.#entries = undefined;
  }

  /** Newest first. The same array until something is added. */
  get entries(): readonly LoggedError[] {
    this.#entries ??= [...this.#byFingerprint.values()].reverse();
    return this.#entries;
  }
}
