import { toTimerDelay } from "./backoff.ts";
import { monotonicMs } from "./clock.ts";

/**
 * A queue of those who wait for the same thing, first come, first served. Joining, leaving and being called take the
 * same time however many wait: when each change woke everybody, 2,000 calls took 10 s of processor time.
 */
export class WaitingLine {
  #first: Waiter | undefined;
  #last: Waiter | undefined;

  get isEmpty(): boolean {
    return this.#first === undefined;
  }

  /** Since when the first has waited, on the monotonic clock; `Infinity` if nobody waits. */
  get firstSinceMs(): number {
    return this.#first?.sinceMs ?? Number.POSITIVE_INFINITY;
  }

  /**
   * Waits until called, at most `limitMs`. Ends at once when the signal aborts. Releases timer and listener.
   * @param patienceEndMs when {@link callImpatient} may call it early, on the monotonic clock
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

  /** Calls those whose patience ends before this time. */
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
