import { toTimerDelay } from "../retry/backoff.ts";
import { inMs, lateMs } from "../retry/clock.ts";

/** A timer that fires later than this was kept from firing: its page, or the whole device, slept. */
const sleptMs = 5_000;

/** The page slept through a time limit: whatever the server sent had nobody to come to. */
export class PageSlept extends DOMException {
  constructor() {
    super("The page slept while it waited for an answer.", "NetworkError");
  }
}

/**
 * One attempt's abort signal: the caller's abort, and the attempt's own time limit, with a `TimeoutError` or with
 * {@link PageSlept} as reason.
 */
export interface Deadline {
  signal: AbortSignal;
  /**
   * Starts work and settles with it, or rejects with the signal's reason as soon as that aborts, whether or not the
   * work heeds the signal. Once aborted, nothing is started.
   */
  race<T>(work: () => Promise<T>): Promise<T>;
  /**
   * The time limit is over, while the caller's abort still ends the work, for as long as this is in use: the body of an
   * answer that somebody else reads.
   */
  handOver(body: object): void;
  /** Releases the timer, and the listener unless it was handed over. Must be called in every outcome. */
  release(): void;
}

/** Takes the listener off a signal that lives longer than the body that it was for. */
const handedOver = new FinalizationRegistry((release: () => void) => release());

/**
 * Built by hand because `AbortSignal.any` keeps its listeners on a long-lived signal, and `AbortSignal.timeout`
 * cannot be released.
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
        work().then(resolve, reject).finally(stop);
      });
    },
    handOver(body) {
      if (!outer) return;
      isHandedOver = true;
      // It may have been released already; while it is there this does nothing.
      outer.addEventListener("abort", abort, { once: true });
      handedOver.register(body, stopListening);
    },
    release() {
      clearTimeout(timer);
      if (!isHandedOver) stopListening();
    },
  };
}
