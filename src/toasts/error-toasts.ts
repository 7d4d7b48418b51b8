import { ToastQueue } from "@react-stately/toast";
import { readFrameworkError } from "../envelope/framework-error.ts";
import type { ApiError } from "../error/api-error.ts";
import { fingerprintOf } from "../error/fingerprint.ts";
import { countFailure, ErrorLog, type LoggedError } from "./error-log.ts";
import { type UnsentCall, UnsentCalls } from "./unsent-calls.ts";

/** What a toast tells of. */
export interface ToastedFailures extends LoggedError {
  /** How many writes are still to be sent, and would be lost with the toast. Default 0. */
  unsaved?: number;
}

/** All failures of one fingerprint that came while its toast was there. */
export interface ErrorToastEntry extends ToastedFailures {
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
  /** What each toast's "Try again" sends. */
  readonly #unsent = new Map<string, UnsentCalls>();
  readonly #forgetListeners = new Set<() => void>();
  readonly #seen = new WeakSet<ApiError>();
  #open: readonly OpenToast[] = [];
  readonly #listeners = new Set<() => void>();

  /**
   * Adds a failure, or counts it on the toast that already tells of it. The same error object counts once.
   * @param retry sends it again, and rejects where it fails again
   * @param key what `retry` would send: failures of different things are all sent again, one after the other
   */
  add(error: ApiError, retry?: () => unknown, key: unknown = retry): void {
    this.addFailed(error, retry && { send: async () => retry(), key });
  }

  /** {@link ErrorToasts.add} of what was watched, whose order and content are known. */
  addFailed(error: ApiError, call: UnsentCall | undefined): void {
    if (this.#seen.has(error)) return;
    this.#seen.add(error);
    const fingerprint = fingerprintOf(error);
    const known = this.#entries.get(fingerprint);
    if (call) this.#noteUnsent(fingerprint, call);
    this.#entries.set(fingerprint, {
      ...countFailure(known, error),
      unsaved: this.#unsent.get(fingerprint)?.writes ?? 0,
      retry: this.#unsent.has(fingerprint) ? () => this.#retryAll(fingerprint) : undefined,
    });
    this.log.add(error);
    if (!known) {
      const key = this.#enqueue(fingerprint);
      this.#keys.set(fingerprint, key);
      this.#open = [...this.#open, { key, fingerprint, error, failedRetries: 0 }];
    }
    this.#notify();
  }

  /** Gives up what this has put out of date, and closes the toasts that have nothing else to send. */
  giveUp(written: object): void {
    for (const [fingerprint, unsent] of this.#unsent)
      if (unsent.drop((call) => call.isOvertakenBy?.(written) === true))
        this.#closeIfDone(fingerprint);
  }

  /**
   * Forgets all that was told, shown or logged, and what "Try again" would send, in the middle of a retry as well: for
   * when a person signs out. Also heard by the providers, which then let nothing that is under way be sent again.
   * `queryClient.clear()` does the same.
   */
  forget(): void {
    this.#unsent.clear();
    this.clear();
    this.clearLog();
    for (const listener of [...this.#forgetListeners]) listener();
  }

  /** Calls back when the app says that the person has gone. */
  onForget(listener: () => void): () => void {
    this.#forgetListeners.add(listener);
    return () => this.#forgetListeners.delete(listener);
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
        this.#unsent.delete(fingerprint);
        this.#notify();
      },
    });
  }

  #noteUnsent(fingerprint: string, call: UnsentCall): void {
    const unsent = this.#unsent.get(fingerprint) ?? new UnsentCalls();
    unsent.add(call);
    this.#unsent.set(fingerprint, unsent);
  }

  /**
   * One after the other, as they were sent first; the first that fails leaves the rest for the next press. A press while
   * one is at work is the same one.
   */
  async #retryAll(fingerprint: string): Promise<void> {
    const unsent = this.#unsent.get(fingerprint);
    await unsent?.run({
      // Dismissed, or forgotten, meanwhile.
      isOver: () => this.#unsent.get(fingerprint) !== unsent,
      onFailed: (call, thrown) => this.#noteFailedRetry(fingerprint, call, thrown),
    });
    // What failed meanwhile waits for the next press.
    if (unsent && this.#unsent.get(fingerprint) === unsent) this.#closeIfDone(fingerprint);
  }

  #noteFailedRetry(fingerprint: string, call: UnsentCall, thrown: unknown): void {
    const error = readFrameworkError(thrown);
    // Called off by somebody: no answer.
    if (error.kind === "aborted") return;
    // Counts where nobody has told of it, as a client that is watched does.
    this.addFailed(error, call);
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
    this.#unsent.get(fingerprint)?.drop(({ key }) => key === call.key);
    this.#closeIfDone(fingerprint);
  }

  /** Closes a toast that had things to send again and has none left. */
  #closeIfDone(fingerprint: string): void {
    if (this.#unsent.get(fingerprint)?.isEmpty) this.close(fingerprint);
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
