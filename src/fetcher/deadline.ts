import { toTimerDelay } from "../retry/backoff.ts";

/** One attempt's abort signal: the caller's abort, and the attempt's own time limit with a `TimeoutError` as reason. */
export interface Deadline {
  signal: AbortSignal;
  /**
   * Starts work and settles with it, or rejects with the signal's reason as soon as that aborts, whether or not the
   * work heeds the signal. Once aborted, nothing is started.
   */
  race<T>(work: () => Promise<T>): Promise<T>;
  /** Releases the timer and the listener. Must be called in every outcome. */
  release(): void;
}

/**
 * Built by hand because `AbortSignal.any` keeps its listeners on a long-lived signal, and `AbortSignal.timeout`
 * cannot be released.
 */
export function startDeadline(timeoutMs: number, outer: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  const { signal } = controller;
  const abort = () => controller.abort(outer?.reason);
  const expire = () => {
    controller.abort(new DOMException("The time limit has passed.", "TimeoutError"));
  };
  const timer = Number.isFinite(timeoutMs)
    ? setTimeout(expire, toTimerDelay(timeoutMs))
    : undefined;
  if (outer?.aborted) abort();
  else outer?.addEventListener("abort", abort, { once: true });
  return {
    signal,
    race(work) {
      return new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        signal.addEventListener("abort", () => reject(signal.reason), { once: true });
        work().then(resolve, reject);
      });
    },
    release() {
      clearTimeout(timer);
      outer?.removeEventListener("abort", abort);
    },
  };
}
