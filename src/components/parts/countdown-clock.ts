import { leftMs, type Moment } from "../../retry/clock.ts";

interface Countdown {
  until: Moment;
  show: (leftMs: number) => void;
  /** The next second at which it shows again, in ms left. */
  nextMs: number;
}

/** Drives all countdowns with one timer, each on its own seconds. Without countdowns no timer runs. */
class CountdownClock {
  readonly #countdowns = new Set<Countdown>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * Shows the time left now, and again at each of its seconds until it is over.
   * @returns a function that ends it
   */
  start(until: Moment, show: (leftMs: number) => void): () => void {
    const countdown = { until, show, nextMs: Number.POSITIVE_INFINITY };
    this.#countdowns.add(countdown);
    this.#tick();
    return () => {
      this.#countdowns.delete(countdown);
      this.#tick();
    };
  }

  #tick(): void {
    clearTimeout(this.#timer);
    let waitMs = Number.POSITIVE_INFINITY;
    for (const countdown of this.#countdowns) {
      const left = leftMs(countdown.until);
      if (left <= countdown.nextMs) {
        countdown.nextMs = (Math.ceil(left / 1_000) - 1) * 1_000;
        countdown.show(left);
      }
      if (left > 0) waitMs = Math.min(waitMs, left - countdown.nextMs);
      else this.#countdowns.delete(countdown);
    }
    if (waitMs < Number.POSITIVE_INFINITY) this.#timer = setTimeout(() => this.#tick(), waitMs);
  }
}

/** Module-level, because the countdowns of all cards, toasts and notices of a page share it. On a server no effect starts one. */
export const countdownClock = new CountdownClock();
