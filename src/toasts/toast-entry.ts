import type { ApiError } from "../error/api-error.ts";
import type { ApiSuccess } from "../error/api-success.ts";
import type { UnsentCall } from "../error/unsent-call.ts";
import { countFailure, type LoggedError } from "./error-log.ts";
import { outageOf, SeenOutage } from "./toast-cause.ts";
import { UnsentCalls } from "./unsent-calls.ts";

/** The failures that a toast shows: all that have one cause and came while it was open. */
export interface ToastedFailures extends LoggedError {
  /** Identifies the cause: the API, if failed reads concern the whole API; otherwise code, kind, API and route. */
  fingerprint: string;
  /** How many failed writes "Try again" would send. If the toast is dismissed, they are lost. Default 0. */
  unsaved?: number;
  /** How many failed writes are lost, because only the newest 50 are kept. Default 0. */
  lost?: number;
}

/** An open toast. It is a new object whenever something about it changes. */
export interface OpenToast extends ToastedFailures {
  /** A new key each time a toast with this fingerprint opens. */
  key: string;
  /** The toast's number in its store, from 1 on: a newer toast has a higher one. */
  number: number;
  /** Sends all failed calls again, then closes the toast. Undefined if none can be sent again. */
  retry: (() => Promise<void>) | undefined;
  /** How often "Try again" has failed. Each such failure is announced; a failure that only repeats is not. */
  failedRetries: number;
}

/** A failure, as a toast is told of it. */
export interface Failure {
  error: ApiError;
  /** Names its cause. */
  cause: string;
  call: UnsentCall | undefined;
  /** Whether something was read that changes nothing: such a toast goes when its cause goes. */
  isRead: boolean;
}

/** One toast, as a store keeps it. */
export class ToastEntry {
  readonly unsent = new UnsentCalls();
  /** Whether what it tells of was only read. */
  readonly isRead: boolean;
  /** Its cause has gone, and it stays only for as long as somebody is at it. */
  isOver = false;
  readonly #outage: SeenOutage | undefined;
  readonly #retry: () => Promise<void>;
  #toast: OpenToast;
  #holds = 0;

  /** @param sendAgain what "Try again" does with this toast */
  constructor(
    number: number,
    { error, cause, call, isRead }: Failure,
    sendAgain: (entry: ToastEntry) => Promise<void>,
  ) {
    this.#retry = () => sendAgain(this);
    this.isRead = isRead;
    const outage = isRead ? outageOf(error) : undefined;
    this.#outage = outage && new SeenOutage(outage);
    this.#outage?.note(error);
    if (call) this.unsent.add(call);
    const counted = countFailure(undefined, error, cause);
    const key = `${number} ${cause}`;
    this.#toast = this.#shown({ ...counted, key, number, retry: undefined, failedRetries: 0 });
  }

  get toast(): OpenToast {
    return this.#toast;
  }

  /** Whether it tells of a whole API. */
  get isOutage(): boolean {
    return this.#outage !== undefined;
  }

  /** Whether a success of the API tells that what is wrong with the whole of it is over. */
  isOverBy(success: ApiSuccess): boolean {
    return this.#outage?.isOverBy(success) ?? false;
  }

  /** Whether somebody is at it: it must not go by itself. */
  get isInUse(): boolean {
    return this.#holds > 0 || this.unsent.isRunning;
  }

  /** Keeps it from going by itself until it is called off. */
  hold(onReleased: () => void): () => void {
    let isHeld = true;
    this.#holds += 1;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.#holds -= 1;
      onReleased();
    };
  }

  /** The same thing has failed again. */
  count(error: ApiError, call: UnsentCall | undefined): void {
    if (call) this.unsent.add(call);
    this.isOver = false;
    this.#outage?.note(error);
    const counted = countFailure(this.#toast, error, this.#toast.fingerprint);
    this.#toast = this.#shown({ ...this.#toast, ...counted });
  }

  /** One of its failures is told of elsewhere. */
  uncount(): void {
    this.#toast = this.#shown({ ...this.#toast, count: this.#toast.count - 1 });
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
    // A button that the person is at does not go from under them.
    const hasRetry = !this.unsent.isEmpty || (this.isOver && toast.retry !== undefined);
    const retry = hasRetry ? this.#retry : undefined;
    return { ...toast, retry, unsaved: this.unsent.writes, lost: this.unsent.lost };
  }
}
