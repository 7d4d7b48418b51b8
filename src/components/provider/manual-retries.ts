import type { ApiError } from "../../error/api-error.ts";
import type { ApiSuccess } from "../../error/api-success.ts";
import { fingerprintOf } from "../../error/fingerprint.ts";

/**
 * Counts how often a person has retried the same failure without success, across cards, boundaries and toasts. A card
 * cannot count: it often unmounts on a retry, before its next failure arrives.
 */
export class ManualRetries {
  readonly #pressed = new Map<string, number>();
  readonly #failures = new WeakMap<ApiError, number>();

  /** How many retries by hand came before this error: 0 for the first failure. */
  failuresOf(error: ApiError): number {
    const known = this.#failures.get(error);
    if (known !== undefined) return known;
    const failures = this.#pressed.get(keyOf(error)) ?? 0;
    this.#failures.set(error, failures);
    return failures;
  }

  /** The person tries again. If the same failure comes back, its count is one higher. */
  noteRetry(error: ApiError): void {
    this.#pressed.set(keyOf(error), this.failuresOf(error) + 1);
  }

  /** A call has succeeded: its next failure counts as a first one. */
  clear(api: string, { route, path }: ApiSuccess): void {
    for (const key of this.#pressed.keys())
      if (key.endsWith(` ${api} ${route} ${path}`)) this.#pressed.delete(key);
  }

  /** The person has signed out, or another one has signed in. */
  forget(): void {
    this.#pressed.clear();
  }
}

/** Two failures of one route may concern two things: session A and session B. */
function keyOf(error: ApiError): string {
  return `${fingerprintOf(error)} ${error.path ?? ""}`;
}
