import type { LoggedError } from "./error-log.ts";
import type { OpenToast } from "./toast-entry.ts";

/** What a stack of toasts shows. The same object until something changes. */
export interface NewestToasts {
  /** Newest first. */
  toasts: readonly OpenToast[];
  /** How many are open beside them. */
  others: number;
}

/**
 * The toasts of a page: one for each cause of failures that nobody handles. A toast with writes stays until it is dismissed
 * or these have been sent. One of what was read also goes when that works again; where the whole API was at fault, when
 * the API works again.
 */
export interface ErrorToasts {
  /**
   * Adds a failure, or counts it on the toast that already tells of it. The same object counts once; an abort is not
   * shown.
   * @param retry sends it again, and rejects where it fails again
   * @param key what `retry` would send: failures of different things are all sent again, one after the other
   */
  add(thrown: unknown, retry?: () => unknown, key?: unknown): void;
  /** Dismisses one. Of what was read nothing more is told until it has worked once; the next write that fails is. */
  close(fingerprint: string): void;
  /** Dismisses all, as `close` does. */
  clear(): void;
  /**
   * Keeps a toast, or all of them, from going by itself, until it is called off: for while the pointer, the focus or a
   * selection is on it. It can still be dismissed.
   */
  hold(fingerprint?: string): () => void;
  /** Forgets what the log has kept; open toasts stay. */
  clearLog(): void;
  /**
   * Forgets all that was told, shown or logged, and what "Try again" would send, in the middle of a retry as well: for
   * when a person signs out. The provider hears of it, and lets nothing that is under way be sent again.
   * `queryClient.clear()` does the same.
   */
  forget(): void;
  /** The toast of a fingerprint. The same object until something about it changes. */
  entryOf(fingerprint: string): OpenToast | undefined;
  /** The newest 3. */
  newest(): NewestToasts;
  /** All of them, in the order in which they came. The same array until something changes. */
  open(): readonly OpenToast[];
  /** How often a toast has gone since its API works again: each time is said once. */
  recoveries(): number;
  /** The last 50 fingerprints that became toasts, newest first. The same array until something is added. */
  logged(): readonly LoggedError[];
  /** Calls back at every change. */
  subscribe(listener: () => void): () => void;
}
