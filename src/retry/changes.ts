import { toTimerDelay } from "./backoff.ts";

/** Lets many wait for what one does. */
export class Changes {
  readonly #waiting = new Set<() => void>();

  tell(): void {
    for (const wake of [...this.#waiting]) wake();
  }

  /** Waits for a change, `limitMs` at most. Ends at once when the signal aborts; timer and listener are released. */
  wait(limitMs: number, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const wake = () => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", wake);
        this.#waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, toTimerDelay(limitMs));
      signal?.addEventListener("abort", wake, { once: true });
      this.#waiting.add(wake);
    });
  }
}
