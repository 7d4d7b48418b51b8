import type { ApiError } from "../error/api-error.ts";
import type { ApiSuccess } from "../error/api-success.ts";
import type { UnsentCall } from "../error/unsent-call.ts";
import { countFailure, type LoggedError } from "./error-log.ts";
import { outageOf, SeenOutage } from "./toast-cause.ts";
import { UnsentCalls } from "./unsent-calls.ts";

/** What a toast shows: all failures of one cause since it opened. */
export interface ToastedFailures extends LoggedError {
  /** Names the cause: the API, if a read failed because of the whole API; else code, kind, API and route. */
  fingerprint: string;
  /** How many writes are still unsent, and would be lost with the toast. Default 0. */
  unsaved?: number;
  /** How many writes are lost, because the toast keeps only the newest 50 calls. Default 0. */
  lost?: number;
}

/** An open toast. A new object whenever something about it changes. */
export interface OpenToast extends ToastedFailures {
  /** A fingerprint that comes back gets a new key. */
  key: string;
  /** The toast's number in its store, from 1. The higher is the newer. */
  number: number;
  /** Sends all failed calls again, then closes the toast. Undefined if none can be sent again. */
  retry: (() => Promise<void>) | undefined;
  /** How often "Try again" on this toast has failed. That is announced, other repeated failures are not. */
  failedRetries: number;
}

/** A failure, with what its toast needs to know. */
export interface Failure {
  error: ApiError;
  /** The failure's cause, as `causeOf` names it. */
  cause: string;
  call: UnsentCall | undefined;
  /** Whether the failed call changes nothing: its toast closes when its cause goes. */
  isRead: boolean;
}

/** One toast in a store. */
export class ToastEntry {
  readonly unsent = new UnsentCalls();
  /** Whether it shows reads only. */
  readonly isRead: boolean;
  /** Its cause has gone, and it stays open only as long as somebody uses it. */
  isOver = false;
  readonly #outage: SeenOutage | undefined;
  readonly #retry: () => Promise<void>;
  #toast: OpenToast;
  #holds = 0;

  /** @param sendAgain called when the person presses "Try again" */
  constructor(
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
    const unnumbered = { key: "", number: 0, retry: undefined, failedRetries: 0 };
    this.#toast = this.#shown({ ...counted, ...unnumbered });
  }

  get toast(): OpenToast {
    return this.#toast;
  }

  /** Whether it shows an outage of a whole API. */
  get isOutage(): boolean {
    return this.#outage !== undefined;
  }

  /** Whether this success ends the outage that it shows. */
  isOverBy(success: ApiSuccess): boolean {
    return this.#outage?.isOverBy(success) ?? false;
  }

  /** Whether somebody uses it, or its retry runs: then it must not close by itself. */
  get isInUse(): boolean {
    return this.#holds > 0 || this.unsent.isRunning;
  }

  /** Keeps it from closing by itself until the returned function is called. */
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

  /** The same cause has failed again. */
  count(error: ApiError, call: UnsentCall | undefined): void {
    if (call) this.unsent.add(call);
    this.isOver = false;
    this.#outage?.note(error);
    const counted = countFailure(this.#toast, error, this.#toast.fingerprint);
    this.#toast = this.#shown({ ...this.#toast, ...counted });
  }

  /** A card shows one of its failures now. */
  uncount(): void {
    this.#toast = this.#shown({ ...this.#toast, count: this.#toast.count - 1 });
  }

  /** Takes over the counts that it had in another store. */
  recall({ count, earlierRequestIds }: OpenToast): void {
    this.#toast = this.#shown({ ...this.#toast, count, earlierRequestIds });
  }

  /** Shows the toast from now on. */
  arrive(number: number): void {
    const key = `${number} ${this.#toast.fingerprint}`;
    this.#toast = this.#shown({ ...this.#toast, key, number });
  }

  countFailedRetry(): void {
    const { failedRetries } = this.#toast;
    this.#toast = this.#shown({ ...this.#toast, failedRetries: failedRetries + 1 });
  }

  /** Call this after `unsent` has changed. */
  update(): void {
    this.#toast = this.#shown(this.#toast);
  }

  #shown(toast: OpenToast): OpenToast {
    // A button must not disappear while the person uses the toast.
    const hasRetry = !this.unsent.isEmpty || (this.isOver && toast.retry !== undefined);
    const retry = hasRetry ? this.#retry : undefined;
    return { ...toast, retry, unsaved: this.unsent.writes, lost: this.unsent.lost };
  }
}
