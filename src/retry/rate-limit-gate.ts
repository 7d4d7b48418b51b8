import type { ApiError } from "../error/api-error.ts";
import { toTimerDelay } from "./backoff.ts";
import { inMs, leftMs, type Moment } from "./clock.ts";
import { WaitingLine } from "./waiting-line.ts";

export interface Closure {
  error: ApiError;
  until: Moment;
}

/**
 * One rate limit, of a route or of an API: closed by a 429 or 503 that says when to come back, until then. The first call
 * after that is a probe; the others wait in line for what it comes to.
 */
export class RateLimitGate {
  readonly line = new WaitingLine();
  /** One timer for all who wait, running while somebody does. */
  #opening: { timer: ReturnType<typeof setTimeout>; until: Moment } | undefined;
  #closure: Closure | undefined;
  #isProbed = false;

  /** `"closed"` until the time that was told, `"probed"` while the first call after it is under way. */
  get state(): "open" | "closed" | "reopening" | "probed" {
    if (!this.#closure) return "open";
    if (leftMs(this.#closure.until) > 0) return "closed";
    return this.#isProbed ? "probed" : "reopening";
  }

  /** Nobody would miss it. */
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
   * @param closure the one that was over when the call was sent; another one that has come since stays
   * @param answered whether the API answered at all; where not, the next call is the probe
   */
  endProbe(closure: Closure, answered: boolean): void {
    if (this.#closure !== closure) return;
    this.#isProbed = false;
    if (answered) this.#closure = undefined;
  }

  /** Calls the first in line, where nobody is under way whom it would have to wait for. */
  callNext(): void {
    const { state } = this;
    if (state === "open" || state === "reopening") this.line.callFirst();
  }

  /** To be called when somebody has joined or left the line: who is first in it then is called when the gate reopens. */
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
   * Closes it; a longer closure that is there stays. Those in line whom a longer one outlasts are called.
   * @returns whether it has closed, as opposed to staying so for longer
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
