import type { ApiError } from "../error/api-error.ts";
import { meaningOf } from "./error-meaning.ts";

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

  /**
   * @param closure the one that was over when the call was sent; another one that has come since stays
   * @param answered whether the API answered at all; where not, the next call is the probe
   */
  endProbe(closure: Closure, answered: boolean): void {
    if (this.#closure !== closure) return;
    this.#isProbed = false;
    if (answered) this.#closure = undefined;
  }

  /** Closes where a 429 or 503 names a time; a longer closure that is there stays. */
  note(error: ApiError, nowMs: number): void {
    const { limitMs } = meaningOf(error);
    if (limitMs === undefined) return;
    const untilMs = nowMs + Math.min(limitMs, longestClosureMs);
    if (this.#closure && untilMs <= this.#closure.untilMs) return;
    this.#closure = { error, untilMs };
    this.#isProbed = false;
  }
}
