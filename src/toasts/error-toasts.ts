import type { LoggedError } from "./error-log.ts";
import type { OpenToast } from "./toast-entry.ts";

/** What a toaster shows. The same object until something changes. */
export interface NewestToasts {
  /** At most 3, newest first. */
  toasts: readonly OpenToast[];
  /** How many more are open. */
  others: number;
}

/**
 * The toasts of a page: one per cause of failures that nobody handles. A toast with unsent writes stays until the
 * person dismisses it, or until the writes have been sent or overtaken by later ones. The toast of a failed read also
 * closes when that read works again, or, if the whole API was at fault, when the API works again.
 */
export interface ErrorToasts {
  /**
   * Shows a failure as a toast, or counts it on the open toast of the same cause. The same object counts once; an abort
   * is not shown.
   * @param retry sends the same thing again; rejects if it fails again
   * @param key says what `retry` sends. "Try again" runs the newest `retry` of each key, one after the other
   */
  add(thrown: unknown, retry?: () => unknown, key?: unknown): void;
  /**
   * Dismisses one toast. A dismissed read stays quiet until it has worked once; a write that fails later shows a new
   * toast.
   */
  close(fingerprint: string): void;
  /** Dismisses all toasts, as `close` does. */
  clear(): void;
  /**
   * Keeps one toast, or all of them, from closing by itself until the returned function is called: for as long as the
   * pointer, the focus or a selection is on it. The person can still dismiss it.
   */
  hold(fingerprint?: string): () => void;
  /** Empties the log; open toasts stay. */
  clearLog(): void;
  /**
   * Forgets all toasts, the log, and what "Try again" would send, even in the middle of a retry: call it when a person
   * signs out. The provider then makes sure that no call already under way is sent again. `queryClient.clear()` does
   * the same.
   */
  forget(): void;
  /** The open toast of a fingerprint. The same object until something about it changes. */
  entryOf(fingerprint: string): OpenToast | undefined;
  /** The newest 3 toasts, and how many more there are. */
  newest(): NewestToasts;
  /** All open toasts, oldest first. The same array until something changes. */
  open(): readonly OpenToast[];
  /** How many toasts have closed because their API works again. Each is announced once. */
  recoveries(): number;
  /** The last 50 fingerprints, newest first, dismissed ones included. The same array until something is added. */
  logged(): readonly LoggedError[];
  /** Calls `listener` at every change, until the returned function is called. */
  subscribe(listener: () => void): () => void;
}
