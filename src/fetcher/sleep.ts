import { toTimerDelay } from "../retry/backoff.ts";

/** Waits, and ends at once when the signal aborts. Resolves either way, timer and listener released. */
export function sleep(delayMs: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const finish = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", finish);
      resolve();
    };
    const timer = setTimeout(finish, toTimerDelay(delayMs));
    signal?.addEventListener("abort", finish, { once: true });
  });
}
