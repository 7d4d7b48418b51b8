import type { ApiError } from "../error/api-error.ts";
import { toTimerDelay } from "./backoff.ts";
import { inMs, leftMs, type Moment } from "./clock.ts";
import { WaitingLine } from "./waiting-line.ts";

export interface Closure {
  error: ApiError;
  until: Moment;
}

/**
 * One rate limit, of a route or an API. A 429 or 503 that names a time closes the gate until then. The first call after
 * that is a probe; the others wait in line for its answer.
 */
export class RateLimitGate {
  readonly line = new WaitingLine();
  /** One timer for all who wait; undefined while nobody does. */
  #opening: { timer: ReturnType<typeof setTimeout>; until: Moment } | undefined;
  #closure: Closure | undefined;
  #isProbed = false;

  /** `"closed"` until the named time; after it, `"probed"` while the first call is under way. */
  get state(): "open" | "closed" | "reopening" | "probed" {
    if (!this.#closure) return "open";
    if (leftMs(this.#closure.until) > 0) return "closed";
    return this.#isProbed ? "probed" : "reopening";
  }

  /** Whether the gate holds nothing and nobody, so that it may be deleted. */
  get isIdle(): boolean {
    return this.#closure === undefined && this.line.isEmpty;
  }

  get closure(): Closure | undefined {
    return this.#closure;
  }

  startProbe(): void {
    this.#isProbed = true;
  }

  /**
   * @param closure the closure that was over when the call was sent; one that has come since stays
   * @param answered whether the API answered at all; if not, the next call is the probe
   */
  endProbe(closure: Closure, answered: boolean): void {
    if (this.#closure !== closure) return;
    this.#isProbed = false;
    if (answered) this.#closure = undefined;
  }

  /** Calls the first in line, unless it would have to wait on. */
  callNext(): void {
    const { state } = this;
    if (state === "open" || state === "reopening") this.line.callFirst();
  }

  /** Call after somebody joins or leaves the line: unless it is empty, a timer waits for the gate to reopen. */
  watchOpening(): void {
    const isAwaited = !this.line.isEmpty && this.state === "closed";
    const until = isAwaited ? this.#closure?.until : undefined;
    if (until === this.#opening?.until) return;
    clearTimeout(this.#opening?.timer);
    this.#opening = undefined;
    if (until === undefined) return;
    const open = () => {
      this.#opening = undefined;
      this.callNext();
      this.watchOpening();
    };
    this.#opening = { until, timer: setTimeout(open, toTimerDelay(leftMs(until))) };
  }

  /**
   * Closes the gate; a longer closure stays. Calls those in line who would run out of patience before the new end.
   * @returns whether the gate has newly closed, not just for longer
   */
  close(error: ApiError, closedMs: number): boolean {
    const wasClosed = this.state === "closed";
    if (this.#closure && closedMs <= leftMs(this.#closure.until)) return false;
    const until = inMs(closedMs);
    this.#closure = { error, until };
    this.#isProbed = false;
    if (wasClosed) this.line.callImpatient(until.monotonicMs);
    return !wasClosed;
  }
}
