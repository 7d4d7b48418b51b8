import type { ApiError } from "../../error/api-error.ts";
import { fingerprintOf } from "../../error/fingerprint.ts";

/**
 * Counts how often a person has tried the same thing again in vain, over cards, boundaries and toasts alike: a card
 * that is retried often unmounts before its next failure arrives.
 */
export class ManualRetries {
  readonly #pressed = new Map<string, number>();
  readonly #failures = new WeakMap<ApiError, number>();

  /** Failures by hand before this error: 0 for the first one. */
  failuresOf(error: ApiError): number {
    const known = this.#failures.get(error);
    if (known !== undefined) return known;
    const failures = this.#pressed.get(fingerprintOf(error)) ?? 0;
    this.#failures.set(error, failures);
    return failures;
  }

  /** The person tries again; should the same failure come back, it counts one more. */
  noteRetry(error: ApiError): void {
    this.#pressed.set(fingerprintOf(error), this.failuresOf(error) + 1);
  }

  /** It worked: the next failure of this route is a first one. */
  clear(api: string, route: string): void {
    for (const fingerprint of this.#pressed.keys())
      if (fingerprint.endsWith(` ${api} ${route}`)) this.#pressed.delete(fingerprint);
  }

  /** The person has gone. */
  forget(): void {
    this.#pressed.clear();
  }
}
