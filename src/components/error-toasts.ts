import { ToastQueue } from "@react-stately/toast";
import type { ApiError } from "../error/api-error.ts";
import { fingerprintOf } from "../report/fingerprint.ts";
import { countFailure, ErrorLog, type LoggedError } from "./error-log.ts";
import { readFrameworkError } from "./framework-error.ts";

/** All failures of one fingerprint that came while its toast was there. */
export interface ErrorToastEntry extends LoggedError {
  retry: (() => unknown) | undefined;
}

/** A toast that is open, as it was when it came: repetitions do not change it. */
export interface OpenToast {
  /** Another one each time a fingerprint comes back. */
  key: string;
  fingerprint: string;
  error: ApiError;
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
  readonly #seen = new WeakSet<ApiError>();
  #open: readonly OpenToast[] = [];
  readonly #listeners = new Set<() => void>();

  /** Adds a failure, or counts it on the toast that already tells of it. The same error object counts once. */
  add(error: ApiError, retry?: () => unknown): void {
    if (this.#seen.has(error)) return;
    this.#seen.add(error);
    const fingerprint = fingerprintOf(error);
    const known = this.#entries.get(fingerprint);
    this.#entries.set(fingerprint, { ...countFailure(known, error), retry });
    this.log.add(error);
    if (!known) {
      const key = this.#enqueue(fingerprint);
      this.#keys.set(fingerprint, key);
      this.#open = [...this.#open, { key, fingerprint, error }];
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
        this.#notify();
      },
    });
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }
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
