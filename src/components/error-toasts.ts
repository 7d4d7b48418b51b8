import { ToastQueue } from "@react-stately/toast";
import { isCancelledError } from "@tanstack/react-query";
import type { ApiError } from "../error/api-error.ts";
import { fingerprintOf } from "../report/fingerprint.ts";
import { countFailure, ErrorLog, type LoggedError } from "./error-log.ts";
import { readFrameworkError } from "./framework-error.ts";

/** All failures of one fingerprint that came while its toast was there. */
export interface ErrorToastEntry extends LoggedError {
  /** Sends again all that failed, then closes the toast. Undefined where nothing can be sent again. */
  retry: (() => Promise<void>) | undefined;
}

/** A toast that is open, as it was when it came: repetitions do not change it. */
export interface OpenToast {
  /** Another one each time a fingerprint comes back. */
  key: string;
  fingerprint: string;
  error: ApiError;
  /** How often the person has tried again from this toast in vain: an answer to them is said, a repetition is not. */
  failedRetries: number;
}

const maxVisibleToasts = 3;

/**
 * The toasts of a page: one per fingerprint, from the first failure until it is dismissed. It exists before any
 * toaster does, so that an error raised early is shown once one mounts.
 */
export class ErrorToasts {
  readonly queue = new ToastQueue<string>({ maxVisibleToasts });
  /** Outlives the toasts. */
  readonly log = new ErrorLog();
  readonly #entries = new Map<string, ErrorToastEntry>();
  readonly #keys = new Map<string, string>();
  /** What each toast's "Try again" sends, in the order in which it failed. */
  readonly #retries = new Map<string, Map<string, () => unknown>>();
  readonly #seen = new WeakSet<ApiError>();
  #open: readonly OpenToast[] = [];
  readonly #listeners = new Set<() => void>();

  /**
   * Adds a failure, or counts it on the toast that already tells of it. The same error object counts once.
   * @param retryKey what `retry` would send: failures of different things are all sent again, one after the other
   */
  add(error: ApiError, retry?: () => unknown, retryKey = ""): void {
    if (this.#seen.has(error)) return;
    this.#seen.add(error);
    const fingerprint = fingerprintOf(error);
    const known = this.#entries.get(fingerprint);
    if (retry) this.#noteRetry(fingerprint, retryKey, retry);
    this.#entries.set(fingerprint, {
      ...countFailure(known, error),
      retry: this.#retries.has(fingerprint) ? () => this.#retryAll(fingerprint) : undefined,
    });
    this.log.add(error);
    if (!known) {
      const key = this.#enqueue(fingerprint);
      this.#keys.set(fingerprint, key);
      this.#open = [...this.#open, { key, fingerprint, error, failedRetries: 0 }];
    }
    this.#notify();
  }

  close(fingerprint: string): void {
    const key = this.#keys.get(fingerprint);
    if (key !== undefined) this.queue.close(key);
  }

  clear(): void {
    for (const fingerprint of [...this.#keys.keys()]) this.close(fingerprint);
  }

  /** Forgets what the log has kept; open toasts stay. */
  clearLog(): void {
    this.log.clear();
    this.#notify();
  }

  /** The same object until something about it changes. */
  entryOf(fingerprint: string): ErrorToastEntry | undefined {
    return this.#entries.get(fingerprint);
  }

  /** In the order in which they came. The same array until one comes or goes. */
  readonly open = (): readonly OpenToast[] => this.#open;

  readonly logged = (): readonly LoggedError[] => this.log.entries;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #enqueue(fingerprint: string): string {
    return this.queue.add(fingerprint, {
      onClose: () => {
        const closed = this.#keys.get(fingerprint);
        this.#open = this.#open.filter(({ key }) => key !== closed);
        this.#entries.delete(fingerprint);
        this.#keys.delete(fingerprint);
        this.#retries.delete(fingerprint);
        this.#notify();
      },
    });
  }

  #noteRetry(fingerprint: string, retryKey: string, retry: () => unknown): void {
    const retries = this.#retries.get(fingerprint) ?? new Map<string, () => unknown>();
    this.#retries.set(fingerprint, retries.set(retryKey, retry));
  }

  /** One after the other, as they were sent first; the first that fails leaves the rest for the next press. */
  async #retryAll(fingerprint: string): Promise<void> {
    const retries = this.#retries.get(fingerprint);
    for (const [retryKey, retry] of [...(retries ?? [])]) {
      // Dismissed meanwhile.
      if (this.#retries.get(fingerprint) !== retries) return;
      try {
        await retry();
      } catch (thrown) {
        this.#noteFailedRetry(fingerprint, retryKey, { thrown, retry });
        throw thrown;
      }
      retries?.delete(retryKey);
    }
    // What failed meanwhile waits for the next press.
    this.#closeIfDone(fingerprint);
  }

  #noteFailedRetry(fingerprint: string, retryKey: string, failed: FailedRetry): void {
    // Called off by somebody: no answer.
    if (isCancelledError(failed.thrown)) return;
    const error = readFrameworkError(failed.thrown);
    // Counts where nobody has told of it, as a client that is watched does.
    this.add(error, failed.retry, retryKey);
    if (fingerprintOf(error) === fingerprint) {
      this.#open = this.#open.map((toast) =>
        toast.fingerprint === fingerprint
          ? { ...toast, error, failedRetries: toast.failedRetries + 1 }
          : toast,
      );
      this.#notify();
      return;
    }
    // Another toast tells what is wrong with it now.
    this.#retries.get(fingerprint)?.delete(retryKey);
    this.#closeIfDone(fingerprint);
  }

  /** Closes a toast that had things to send again and has none left. */
  #closeIfDone(fingerprint: string): void {
    if (this.#retries.get(fingerprint)?.size === 0) this.close(fingerprint);
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }
}

interface FailedRetry {
  thrown: unknown;
  retry: () => unknown;
}

/** What `ErrorToaster` shows. */
export const errorToasts = new ErrorToasts();

/**
 * Shows a failure as a toast, from anywhere. Aborts are not shown, and the same error object is shown once.
 *
 * ```ts
 * window.addEventListener("unhandledrejection", (event) => toastError(event.reason));
 * ```
 */
export function toastError(error: unknown, options: { retry?: () => unknown } = {}): void {
  if (wasThrownBefore(error)) return;
  const apiError = readFrameworkError(error);
  // A server that answers with ABORT_ERROR gives it a status, and so another kind.
  const isAbort = apiError.kind === "aborted" || apiError.code === "ABORT_ERROR";
  if (!isAbort) errorToasts.add(apiError, options.retry);
}

const thrownBefore = new WeakSet<object>();

/** What is no ApiError becomes another one each time, so that `ErrorToasts` cannot tell. */
function wasThrownBefore(thrown: unknown): boolean {
  if (typeof thrown !== "object" || thrown === null) return false;
  const before = thrownBefore.has(thrown);
  thrownBefore.add(thrown);
  return before;
}
