import { toTimerDelay } from "./backoff.ts";
import { monotonicMs } from "./clock.ts";

/**
 * Where many wait for one thing to change, in the order in which they came. To join, to leave and to be called costs the
 * same however many wait: when everybody was woken at each change, 2,000 calls took 10 s of processor time to go.
 */
export class WaitingLine {
  #first: Waiter | undefined;
  #last: Waiter | undefined;

  get isEmpty(): boolean {
    return this.#first === undefined;
  }

  /** Since when whoever is first has waited, on the monotonic clock; never where nobody does. */
  get firstSinceMs(): number {
    return this.#first?.sinceMs ?? Number.POSITIVE_INFINITY;
  }

  /**
   * Waits to be called, `limitMs` at most. Ends at once when the signal aborts; timer and listener are released.
   * @param patienceEndMs what {@link callImpatient} goes by, on the monotonic clock
   */
  wait(
    limitMs: number,
    signal: AbortSignal | undefined,
    patienceEndMs = Number.POSITIVE_INFINITY,
  ): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const end = () => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", end);
        this.#remove(waiter);
        resolve();
      };
      const timer = setTimeout(end, toTimerDelay(limitMs));
      signal?.addEventListener("abort", end, { once: true });
      const waiter = this.#append(end, patienceEndMs);
    });
  }

  callFirst(): void {
    this.#first?.end();
  }

  callAll(): void {
    while (this.#first) this.#first.end();
  }

  /** Calls those whose patience ends before a time. */
  callImpatient(timeMs: number): void {
    for (let waiter = this.#first; waiter; waiter = waiter.after)
      if (waiter.patienceEndMs < timeMs) waiter.end();
  }

  #append(end: () => void, patienceEndMs: number): Waiter {
    const waiter: Waiter = {
      end,
      sinceMs: monotonicMs(),
      patienceEndMs,
      before: this.#last,
      after: undefined,
    };
    if (this.#last) this.#last.after = waiter;
    else this.#first = waiter;
    this.#last = waiter;
    return waiter;
  }

  #remove({ before, after }: Waiter): void {
    if (before) before.after = after;
    else this.#first = after;
    if (after) after.before = before;
    else this.#last = before;
  }
}

interface Waiter {
  end: () => void;
  sinceMs: number;
  patienceEndMs: number;
  before: Waiter | undefined;
  after: Waiter | undefined;
}
