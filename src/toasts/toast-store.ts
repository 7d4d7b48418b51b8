import type { ErrorReader } from "../envelope/error-reader.ts";
import { toApiError } from "../envelope/to-api-error.ts";
import type { ApiError } from "../error/api-error.ts";
import { Listeners } from "../error/listeners.ts";
import { tellUnlessLeaving } from "../error/page-exit.ts";
import type { UnsentCall } from "../error/unsent-call.ts";
import { ErrorLog, type LoggedError } from "./error-log.ts";
import type { ErrorToasts, NewestToasts } from "./error-toasts.ts";
import { NoticedOutages } from "./noticed-outages.ts";
import { OpenCauses } from "./open-causes.ts";
import { ShownErrors } from "./shown-errors.ts";
import { causeOf, outageOf } from "./toast-cause.ts";
import { type Failure, type OpenToast, ToastEntry } from "./toast-entry.ts";
import { failureOf, isRead } from "./told-failure.ts";
import { WatchedFailures } from "./watched-failures.ts";

/**
 * The toasts of a page: one for each cause, from its first failure until it is dismissed or what failed has been sent
 * again. What was read goes by itself when its cause goes, and, dismissed, is quiet until then. Adding and closing one
 * take the same time however many there are, but for a write that is to be sent again: all toasts are asked whether they
 * send the same one.
 */
export class ToastStore implements ErrorToasts {
  /** What is wrong at the moment. */
  readonly causes = new OpenCauses({
    open: (failure) => this.#open(failure),
    onChanged: () => this.#changed(),
  });
  #toApiError: ErrorReader = toApiError;
  readonly #log = new ErrorLog();
  /** What has been told of already: the same object counts once. */
  readonly #seen = new WeakSet<object>();
  readonly #changes = new Listeners<[]>();
  readonly #additions = new Listeners<[error: ApiError]>();
  readonly #goodbyes = new Listeners<[]>();
  readonly #retries = new Listeners<[error: ApiError], Promise<unknown>>();
  readonly #refusals = new Listeners<[error: ApiError], boolean>();
  readonly #watched = new WatchedFailures();
  /** Of all that there have been. */
  #count = 0;

  /** What cards show: what was watched is told of by one of them or by a toast, not by both. */
  readonly shownErrors = new ShownErrors((error) => this.#withdraw(error));

  /** What notices tell of: an outage is told of by one of them or by a toast, not by both. */
  readonly noticed = new NoticedOutages((api) => this.causes.giveWay(api));

  add(thrown: unknown, retry?: () => unknown, key: unknown = retry): void {
    const error = this.#toApiError(thrown);
    // By either: what a client that is watched has told of may be thrown to the page as well.
    const isNew = [...new Set([thrown, error])].map((told) => this.#isNew(told));
    if (isNew.includes(false) || error.kind === "aborted") return;
    const call = retry && { send: async () => retry(), key };
    tellUnlessLeaving(() => this.#tellOf(failureOf(error, call, isRead(error, call))));
  }

  /** Reads what it is told of by this, until it is called off. */
  readBy(reader: ErrorReader): () => void {
    this.#toApiError = reader;
    return () => {
      this.#toApiError = toApiError;
    };
  }

  /** {@link ToastStore.add} of what was watched, whose order and content are known. */
  addFailed(error: ApiError, call: UnsentCall | undefined): void {
    if (!this.#isNew(error)) return;
    tellUnlessLeaving(() => {
      const failure = failureOf(error, call, call !== undefined && isRead(error, call));
      const entry = this.#tellOf(failure);
      if (entry) this.#watched.note(error, entry, call);
    });
  }

  /** Gives up what this has put out of date, and closes the toasts that have nothing else to send. */
  giveUp(written: object): void {
    for (const entry of this.causes.entries)
      if (entry.unsent.drop((call) => call.isOvertakenBy?.(written) === true))
        this.causes.settle(entry);
  }

  recoveries(): number {
    return this.causes.recoveries;
  }

  readonly hold = (fingerprint?: string): (() => void) => this.causes.hold(fingerprint);

  close(fingerprint: string): void {
    const entry = this.causes.get(fingerprint);
    if (entry) this.causes.dismiss([entry]);
  }

  clear(): void {
    this.causes.dismiss(this.causes.entries);
  }

  clearLog(): void {
    this.#log.clear();
    this.#changed();
  }

  /** Forgets all that was told, for when another person has come. */
  forgetShown(): void {
    this.causes.forget();
    this.clearLog();
  }

  forget(): void {
    this.forgetShown();
    this.#goodbyes.tell();
  }

  entryOf(fingerprint: string): OpenToast | undefined {
    return this.causes.get(fingerprint)?.toast;
  }

  readonly newest = (): NewestToasts => this.causes.stack.newest();

  readonly open = (): readonly OpenToast[] => this.causes.stack.open();

  readonly logged = (): readonly LoggedError[] => this.#log.entries;

  readonly subscribe = (listener: () => void): (() => void) => this.#changes.add(listener);

  /** Calls back with each failure that is told of, counted ones as well. */
  onAdded(listener: (error: ApiError) => void): () => void {
    return this.#additions.add(listener);
  }

  /** Calls back when the app says that the person has gone. */
  onForget(listener: () => void): () => void {
    return this.#goodbyes.add(listener);
  }

  /**
   * Calls back before anything is sent again, and waits for it: somebody else may be signed in by then, of whom no call
   * has told. Where the listener then forgets all of this, nothing is sent.
   */
  beforeRetry(listener: (error: ApiError) => Promise<unknown>): () => void {
    return this.#retries.add(listener);
  }

  /** Neither shows nor logs a failure that this is true of, until it is called off: of somebody's call who has gone. */
  refuse(isRefused: (error: ApiError) => boolean): () => void {
    return this.#refusals.add(isRefused);
  }

  /** Hands all that is open over to another store, for it to tell of. */
  moveTo(store: ToastStore): void {
    const { entries } = this.causes;
    this.causes.forget();
    for (const { toast, unsent, isRead } of entries) {
      const [first, ...rest] = unsent.calls;
      const error = store.#readAnew(toast.error);
      const cause = causeOf(error, isRead);
      const entry = store.#tellOf({ error, cause, call: first, isRead });
      for (const call of rest) entry?.unsent.add(call);
      entry?.recall(toast);
    }
    store.#changed();
  }

  /** What was raised before a provider was there has been read without its `readError`. */
  #readAnew(error: ApiError): ApiError {
    const { cause } = error;
    return toApiError(cause) === error ? this.#toApiError(cause) : error;
  }

  #isNew(thrown: unknown): boolean {
    if (typeof thrown !== "object" || thrown === null) return true;
    const isNew = !this.#seen.has(thrown);
    this.#seen.add(thrown);
    return isNew;
  }

  /** @returns the toast that tells of it, where one does */
  #tellOf(failure: Failure): ToastEntry | undefined {
    const { error } = failure;
    this.#seen.add(error);
    if (this.#refusals.tell(error).includes(true)) return undefined;
    this.#log.add(error);
    const isNoticed = failure.isRead && outageOf(error) === "down" && this.noticed.has(error.api);
    const entry = isNoticed ? undefined : this.causes.tell(failure);
    this.#changed();
    if (entry) this.#additions.tell(error);
    return entry;
  }

  #open(failure: Failure): ToastEntry {
    this.#count += 1;
    return new ToastEntry(this.#count, failure, (pressed) => this.#sendAgain(pressed));
  }

  /** A card shows it now. */
  #withdraw(error: object): void {
    const watched = this.#watched.take(error);
    if (watched) this.causes.withdraw(watched.entry, watched.call);
  }

  /** One after the other, as they were begun; the first that fails leaves the rest for the next press. */
  async #sendAgain(entry: ToastEntry): Promise<void> {
    const { error } = entry.toast;
    const sending = entry.unsent.run({
      begin: this.#retries.isEmpty ? undefined : () => Promise.all(this.#retries.tell(error)),
      // Dismissed, or forgotten, meanwhile.
      isOver: () => !this.causes.has(entry),
      onSent: () => {
        entry.update();
        this.#changed();
      },
      onFailed: (call, thrown) => this.#noteFailedRetry(entry, call, thrown),
    });
    try {
      await sending;
    } catch (thrown) {
      this.causes.release(entry);
      throw thrown;
    }
    // What failed meanwhile waits for the next press.
    this.causes.settleAtOnce(entry);
  }

  #noteFailedRetry(entry: ToastEntry, call: UnsentCall, thrown: unknown): void {
    const error = this.#toApiError(thrown);
    // Called off by somebody: no answer.
    if (error.kind === "aborted") return;
    // Counts where nobody has told of it, as a client that is watched does.
    this.addFailed(error, call);
    if (causeOf(error, isRead(error, call)) === entry.toast.fingerprint) {
      entry.countFailedRetry();
      this.#changed();
      return;
    }
    // Another toast tells what is wrong with it now, and this one goes from under the press.
    entry.unsent.drop(({ key }) => key === call.key);
    this.causes.settleAtOnce(entry);
  }

  #changed(): void {
    this.causes.stack.note();
    this.#changes.tell();
  }
}

/** Makes a store of toasts apart from the page's, for `<RecourseProvider toasts>` and `<ErrorToaster toasts>`. */
export function createErrorToasts(): ErrorToasts {
  return new ToastStore();
}
