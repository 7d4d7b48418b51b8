import type { ApiError } from "../error/api-error.ts";

/** However long a `Retry-After` is: past this a call may ask again, so that no answer can shut a page for good. */
const longestClosureMs = 60 * 60_000;

export interface Closure {
  error: ApiError;
  /** Epoch ms. */
  untilMs: number;
}

/**
 * One API's rate limit: closed by a 429 or 503 that says when to come back, until then. The first call after that is
 * a probe; the others wait for what it comes to.
 */
export class RateLimitGate {
  #closure: Closure | undefined;
  #isProbed = false;

  /** `"closed"` until the time that was told, `"probed"` while the first call after it is under way. */
  stateAt(nowMs: number): "open" | "closed" | "reopening" | "probed" {
    if (!this.#closure) return "open";
    if (nowMs < this.#closure.untilMs) return "closed";
    return this.#isProbed ? "probed" : "reopening";
  }

  get closure(): Closure | undefined {
    return this.#closure;
  }

  startProbe(): void {
    this.#isProbed = true;
  }

  /** @param answered whether the API answered the probe at all; where not, the next call is the probe */
  endProbe(answered: boolean, nowMs: number): void {
    this.#isProbed = false;
    if (answered && this.stateAt(nowMs) !== "closed") this.#closure = undefined;
  }

  /** Closes where a 429 or 503 names a time; a longer closure that is there stays. */
  note(error: ApiError, nowMs: number): void {
    const { status, retryAfterMs = 0 } = error;
    if ((status !== 429 && status !== 503) || !(retryAfterMs > 0)) return;
    const untilMs = nowMs + Math.min(retryAfterMs, longestClosureMs);
    if (!this.#closure || untilMs > this.#closure.untilMs) this.#closure = { error, untilMs };
  }
}
