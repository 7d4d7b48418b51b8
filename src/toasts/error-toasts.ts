import type { LoggedError } from "./error-log.ts";
import type { OpenToast } from "./toast-entry.ts";

/** What a stack of toasts shows. The same object until something changes. */
export interface NewestToasts {
  /** The newest toasts, newest first. */
  toasts: readonly OpenToast[];
  /** How many more toasts are open. */
  others: number;
}

/**
 * The store of a page's toasts: one for each cause of failures that nobody handles. The toast of a failed write stays until
 * the write has been sent or the person dismisses it. The toast of a failed read also goes away when the read works again, or
 * when the API does if the whole API was at fault.
 */
export interface ErrorToasts {
  /**
   * Shows a failure, or counts it on the toast that already shows its cause. The same object counts once. An abort is not
   * shown.
   * @param retry sends the call again, and rejects if it fails again
   * @param key what `retry` sends: of failures with the same key, one is sent again; of different keys, all
   */
  add(thrown: unknown, retry?: () => unknown, key?: unknown): void;
  /** Dismisses a toast. A failed read then shows no new toast until it has worked once; the next failed write does. */
  close(fingerprint: string): void;
  /** Dismisses all toasts, as `close` does. */
  clear(): void;
  /**
   * Keeps a toast, or all of them, from going away by itself until you call the function that it returns. Used while the
   * pointer, the focus or a selection is on it. The person can still dismiss it.
   */
  hold(fingerprint?: string): () => void;
  /** Clears the log; open toasts stay. */
  clearLog(): void;
  /**
   * Forgets all toasts, the log, and what "Try again" would send, also during a retry. Call it when a person signs out and
   * the data stays. No call that is under way is sent again. `queryClient.clear()` does the same, and forgets the data.
   */
  forget(): void;
  /** The toast with this fingerprint. The same object until something about it changes. */
  entryOf(fingerprint: string): OpenToast | undefined;
  /** The newest 3 toasts. */
  newest(): NewestToasts;
  /** All toasts, oldest first. The same array until something changes. */
  open(): readonly OpenToast[];
  /** How often a toast has gone away because its API works again. It is announced each time. */
  recoveries(): number;
  /** The last 50 failures that became toasts, newest first. The same array until something is added. */
  logged(): readonly LoggedError[];
  /** Calls the listener at every change. */
  subscribe(listener: () => void): () => void;
}
