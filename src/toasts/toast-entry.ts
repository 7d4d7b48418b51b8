import type { ApiError } from "../error/api-error.ts";
import { countFailure, type LoggedError } from "./error-log.ts";
import { type UnsentCall, UnsentCalls } from "./unsent-calls.ts";

/** What a toast tells of: all failures of one fingerprint that came while it was there. */
export interface ToastedFailures extends LoggedError {
  /** How many writes are still to be sent, and would be lost with the toast. Default 0. */
  unsaved?: number;
  /** How many writes there was no room for, beside the newest 50: they are lost. Default 0. */
  lost?: number;
}

/** A toast that is open. Another object whenever something about it changes. */
export interface OpenToast extends ToastedFailures {
  /** Another one each time a fingerprint comes back. */
  key: string;
  /** Counts the toasts of a store, from 1 on: the higher is the newer. */
  number: number;
  /** Sends again all that failed, then closes the toast. Undefined where nothing can be sent again. */
  retry: (() => Promise<void>) | undefined;
  /** How often the person has tried again from this toast in vain: an answer to them is said, a repetition is not. */
  failedRetries: number;
}

/** One toast, as a store keeps it. */
export class ToastEntry {
  readonly unsent = new UnsentCalls();
  readonly #retry: () => Promise<void>;
  #toast: OpenToast;

  /** @param sendAgain what "Try again" does with this toast */
  constructor(
    number: number,
    failure: { error: ApiError; call: UnsentCall | undefined },
    sendAgain: (entry: ToastEntry) => Promise<void>,
  ) {
    this.#retry = () => sendAgain(this);
    const counted = countFailure(undefined, failure.error);
    if (failure.call) this.unsent.add(failure.call);
    const key = `${number} ${counted.fingerprint}`;
    this.#toast = this.#shown({ ...counted, key, number, retry: undefined, failedRetries: 0 });
  }

  get toast(): OpenToast {
    return this.#toast;
  }

  /** The same thing has failed again. */
  count(error: ApiError, call: UnsentCall | undefined): void {
    if (call) this.unsent.add(call);
    this.#toast = this.#shown({ ...this.#toast, ...countFailure(this.#toast, error) });
  }

  /** It was open elsewhere before, and had been counted there. */
  recall({ count, earlierRequestIds }: OpenToast): void {
    this.#toast = this.#shown({ ...this.#toast, count, earlierRequestIds });
  }

  countFailedRetry(): void {
    const { failedRetries } = this.#toast;
    this.#toast = this.#shown({ ...this.#toast, failedRetries: failedRetries + 1 });
  }

  /** What is unsent has changed. */
  update(): void {
    this.#toast = this.#shown(this.#toast);
  }

  #shown(toast: OpenToast): OpenToast {
    const retry = this.unsent.isEmpty ? undefined : this.#retry;
    return { ...toast, retry, unsaved: this.unsent.writes, lost: this.unsent.lost };
  }
}
