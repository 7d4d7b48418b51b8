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
import { SeenObjects } from "./seen-objects.ts";
import { ShownErrors } from "./shown-errors.ts";
import { causeOf, outageOf } from "./toast-cause.ts";
import { type Failure, type OpenToast, ToastEntry } from "./toast-entry.ts";
import { failureOf, isRead } from "./told-failure.ts";
import { WatchedFailures } from "./watched-failures.ts";

/** The calls of a page fail together. Within this time after the first failure, a notice or a toast shows it. */
const noticeMs = 1_000;

/**
 * The toasts of a page: one per cause, from its first failure until the person dismisses it or all of it has been sent
 * again. The toast of a failed read also closes when its cause goes, and once dismissed it is quiet until then. Adding
 * and closing one take the same time however many there are, except for an unsent write: that asks every toast whether
 * it keeps the same write.
 */
export class ToastStore implements ErrorToasts {
  readonly causes = new OpenCauses({
    open: (failure) => new ToastEntry(failure, (pressed) => this.#sendAgain(pressed)),
    onChanged: () => this.#changed(),
  });
  #toApiError: ErrorReader = toApiError;
  readonly #log = new ErrorLog();
  readonly #seen = new SeenObjects();
  readonly #changes = new Listeners<[]>();
  readonly #additions = new Listeners<[error: ApiError]>();
  readonly #goodbyes = new Listeners<[]>();
  readonly #retries = new Listeners<[error: ApiError], Promise<unknown>>();
  readonly #refusals = new Listeners<[error: ApiError], boolean>();
  readonly #watched = new WatchedFailures();

  /** The errors on cards. A card or a toast shows a failure of a watched client, never both. */
  readonly shownErrors = new ShownErrors((error) => this.#withdraw(error));

  /** The outages in notices. A notice or a toast shows an outage, never both. */
  readonly noticed = new NoticedOutages((api) => this.causes.giveWay(api));

  add(thrown: unknown, retry?: () => unknown, key: unknown = retry): void {
    const error = this.#toApiError(thrown);
    // Checks both: an app may throw to the page what its watched client has reported already.
    const isNew = [...new Set([thrown, error])].map((told) => this.#seen.add(told));
    if (isNew.includes(false) || error.kind === "aborted") return;
    const call = retry && { send: async () => retry(), key };
    tellUnlessLeaving(() => this.#tellOf(failureOf(error, call, isRead(error, call))));
  }

  /** Reads what is added with this reader, until the returned function is called. */
  readBy(reader: ErrorReader): () => void {
    this.#toApiError = reader;
    return () => {
      this.#toApiError = toApiError;
    };
  }

  /**
   * {@link ToastStore.add} for a watched client's failure. `call` says in which order it was begun, and what it sends.
   */
  addFailed(error: ApiError, call: UnsentCall | undefined): void {
    if (!this.#seen.add(error)) return;
    tellUnlessLeaving(() => {
      const failure = failureOf(error, call, call !== undefined && isRead(error, call));
      const entry = this.#tellOf(failure);
      if (entry) this.#watched.note(error, entry, call);
    });
  }

  /**
   * A write has succeeded. Drops the unsent calls that it has overtaken, and closes toasts that have nothing else to
   * send.
   */
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

  /** Forgets all toasts and the log, for when another person has signed in. */
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

  /** Calls `listener` with each failure that a toast shows, counted ones too. */
  onAdded(listener: (error: ApiError) => void): () => void {
    return this.#additions.add(listener);
  }

  /** Calls `listener` when {@link ToastStore.forget} is called. */
  onForget(listener: () => void): () => void {
    return this.#goodbyes.add(listener);
  }

  /**
   * Calls `listener` before anything is sent again, and waits for it: another person may have signed in, which no call
   * has shown yet. If the listener then forgets the toasts, nothing is sent.
   */
  beforeRetry(listener: (error: ApiError) => Promise<unknown>): () => void {
    return this.#retries.add(listener);
  }

  /**
   * Neither shows nor logs the failures for which `isRefused` is true, until the returned function is called. They
   * belong to a person who has signed out.
   */
  refuse(isRefused: (error: ApiError) => boolean): () => void {
    return this.#refusals.add(isRefused);
  }

  /** Hands all open toasts over to another store. */
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

  /** Reads a failure again that was raised before a provider mounted: nobody has read it with the app's `readError`. */
  #readAnew(error: ApiError): ApiError {
    const { cause } = error;
    return toApiError(cause) === error ? this.#toApiError(cause) : error;
  }

  /** @returns the toast that shows it, if one does */
  #tellOf(failure: Failure): ToastEntry | undefined {
    const { error } = failure;
    this.#seen.add(error);
    if (this.#refusals.tell(error).includes(true)) return undefined;
    this.#log.add(error);
    const isDown = failure.isRead && outageOf(error) === "down";
    const isTold = isDown && this.noticed.isTold(error.api);
    const mayBeTold = isDown && this.noticed.isWatched(error.api);
    const entry = isTold ? undefined : this.causes.tell(failure, mayBeTold);
    this.#changed();
    if (entry && this.causes.has(entry)) this.#additions.tell(error);
    else if (entry) setTimeout(() => tellUnlessLeaving(() => this.#showKeptBack(entry)), noticeMs);
    return entry;
  }

  /** Shows the toast of a failure, unless a notice has shown it meanwhile. */
  #showKeptBack(entry: ToastEntry): void {
    const { error } = entry.toast;
    if (this.causes.showKeptBack(entry, this.noticed.isTold(error.api)))
      this.#additions.tell(error);
  }

  /** A card shows this error now. */
  #withdraw(error: object): void {
    const watched = this.#watched.take(error);
    if (watched) this.causes.withdraw(watched.entry, watched.call);
  }

  /**
   * Sends one call after the other, in the order in which they began. The first that fails leaves the rest for the next
   * press.
   */
  async #sendAgain(entry: ToastEntry): Promise<void> {
    const { error } = entry.toast;
    const sending = entry.unsent.run({
      begin: this.#retries.isEmpty ? undefined : () => Promise.all(this.#retries.tell(error)),
      // The person has dismissed the toast, or the app has forgotten all of them.
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
    // Calls that failed during the run keep the toast open for the next press.
    this.causes.settleAtOnce(entry);
  }

  #noteFailedRetry(entry: ToastEntry, call: UnsentCall, thrown: unknown): void {
    const error = this.#toApiError(thrown);
    // Somebody cancelled the call, so there is no result to show.
    if (error.kind === "aborted") return;
    // Does nothing if a watched client has reported this error already.
    this.addFailed(error, call);
    if (causeOf(error, isRead(error, call)) === entry.toast.fingerprint) {
      entry.countFailedRetry();
      this.#changed();
      return;
    }
    // The call fails for another reason now, which has a toast of its own. This toast gives the call up.
    entry.unsent.drop(({ key }) => key === call.key);
    this.causes.settleAtOnce(entry);
  }

  #changed(): void {
    this.causes.stack.note();
    this.#changes.tell();
  }
}
