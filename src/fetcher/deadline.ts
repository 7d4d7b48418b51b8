import { toTimerDelay } from "../retry/backoff.ts";

/** One attempt's abort signal: the caller's abort and the attempt's own time limit, told apart afterwards. */
export interface Deadline {
  signal: AbortSignal;
  timedOut(): boolean;
  /** Releases the timer and the listener. Must be called in every outcome. */
  release(): void;
}

/**
 * Built by hand because `AbortSignal.any` keeps its listeners on a long-lived signal, and `AbortSignal.timeout`
 * cannot be released.
 */
export function startDeadline(timeoutMs: number, outer: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  let timedOut = false;
  const abort = () => controller.abort(outer?.reason);
  const expire = () => {
    timedOut = true;
    controller.abort(new DOMException("The time limit has passed.", "TimeoutError"));
  };
  const timer = Number.isFinite(timeoutMs)
    ? setTimeout(expire, toTimerDelay(timeoutMs))
    : undefined;
  if (outer?.aborted) abort();
  else outer?.addEventListener("abort", abort, { once: true });
  return {
    signal: controller.signal,
    timedOut: () => timedOut,
    release() {
      clearTimeout(timer);
      outer?.removeEventListener("abort", abort);
    },
  };
}
