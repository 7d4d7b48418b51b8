import { toTimerDelay } from "../retry/backoff.ts";
import { inMs, lateMs } from "../retry/clock.ts";

/** If a timer fires later than this, the page or the whole device slept. */
const sleptMs = 5_000;

/** The page slept through a time limit, and could not receive what the server sent. */
export class PageSlept extends DOMException {
  constructor() {
    super("The page slept while it waited for an answer.", "NetworkError");
  }
}

/**
 * One attempt's abort signal. It aborts when the caller aborts, and at the attempt's time limit, with a `TimeoutError`
 * or {@link PageSlept} as reason.
 */
export interface Deadline {
  signal: AbortSignal;
  /**
   * Starts work and settles with it, or rejects with the signal's reason as soon as that aborts, even if the work
   * ignores the signal. Starts nothing once the signal has aborted.
   */
  race<T>(work: () => Promise<T>): Promise<T>;
  /**
   * For the body of an answer that somebody else reads: after `release`, the caller's abort still ends it while it is
   * in use, and the time limit no longer does.
   */
  handOver(body: object): void;
  /** Clears the timer, and removes the listener unless the body was handed over. Must be called in every case. */
  release(): void;
}

/** Removes the listener from a signal that lives longer than the body that it was for. */
const handedOver = new FinalizationRegistry((release: () => void) => release());

/**
 * Built by hand: `AbortSignal.any` keeps its listeners on a long-lived signal, and `AbortSignal.timeout` cannot be
 * released.
 */
export function startDeadline(timeoutMs: number, outer: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  const { signal } = controller;
  const abort = () => controller.abort(outer?.reason);
  const due = inMs(timeoutMs);
  const expire = () => {
    const hasSlept = lateMs(due) > sleptMs;
    controller.abort(
      hasSlept ? new PageSlept() : new DOMException("The time limit has passed.", "TimeoutError"),
    );
  };
  const timer = Number.isFinite(timeoutMs)
    ? setTimeout(expire, toTimerDelay(timeoutMs))
    : undefined;
  const stopListening = () => outer?.removeEventListener("abort", abort);
  let isHandedOver = false;
  if (outer?.aborted) abort();
  else outer?.addEventListener("abort", abort, { once: true });
  return {
    signal,
    race(work) {
      return new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        const end = () => reject(signal.reason);
        signal.addEventListener("abort", end, { once: true });
        const stop = () => signal.removeEventListener("abort", end);
        // V8 follows this form alone from an error's stack on to whoever made the call.
        work().then(resolve, reject).finally(stop);
      });
    },
    handOver(body) {
      if (!outer) return;
      isHandedOver = true;
      // The listener may have been removed already; adding it again does nothing if it is still there.
      outer.addEventListener("abort", abort, { once: true });
      handedOver.register(body, stopListening);
    },
    release() {
      clearTimeout(timer);
      if (!isHandedOver) stopListening();
    },
  };
}
