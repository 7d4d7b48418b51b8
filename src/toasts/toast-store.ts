import { readFrameworkError } from "../envelope/framework-error.ts";
import type { ApiError } from "../error/api-error.ts";
import { fingerprintOf } from "../error/fingerprint.ts";
import { tellUnlessLeaving } from "../error/page-exit.ts";
import { ErrorLog, type LoggedError } from "./error-log.ts";
import type { ErrorToasts, NewestToasts } from "./error-toasts.ts";
import { type OpenToast, ToastEntry } from "./toast-entry.ts";
import type { UnsentCall } from "./unsent-calls.ts";

/** As many as are in the document at a time, whatever has failed. */
const maxShown = 3;

/**
 * The toasts of a page: one for each fingerprint, from its first failure until it is dismissed or what failed has been
 * sent again. Adding and closing one take the same time however many there are, but for a write that is to be sent again:
 * all toasts are asked whether they send the same one.
 */
export class ToastStore implements ErrorToasts {
  readonly #entries = new Map<string, ToastEntry>();
  /** In the order in which they came; those that were closed since are passed over, and let go of now and then. */
  #arrivals: ToastEntry[] = [];
  readonly #log = new ErrorLog();
  /** What has been told of already: the same object counts once. */
  readonly #seen = new WeakSet<object>();
  readonly #listeners = new Set<() => void>();
  readonly #addedListeners = new Set<(error: ApiError) => void>();
  readonly #forgetListeners = new Set<() => void>();
  readonly #retryListeners = new Set<(error: ApiError) => Promise<unknown>>();
  readonly #refusals = new Set<(error: ApiError) => boolean>();
  #newest: NewestToasts | undefined;
  #open: readonly OpenToast[] | undefined;
  /** Of all that there have been. */
  #count = 0;

  add(thrown: unknown, retry?: () => unknown, key: unknown = retry): void {
    // What is no ApiError would become another one each time.
    if (!this.#isNew(thrown)) return;
    const error = readFrameworkError(thrown);
    if (error.kind === "aborted") return;
    const call = retry && { send: async () => retry(), key };
    tellUnlessLeaving(() => this.#tellOf(error, call));
  }

  /** {@link ToastStore.add} of what was watched, whose order and content are known. */
  addFailed(error: ApiError, call: UnsentCall | undefined): void {
    if (this.#isNew(error)) tellUnlessLeaving(() => this.#tellOf(error, call));
  }

  /** Gives up what this has put out of date, and closes the toasts that have nothing else to send. */
  giveUp(written: object): void {
    for (const entry of this.#entries.values())
      if (entry.unsent.drop((call) => call.isOvertakenBy?.(written) === true)) this.#settle(entry);
  }

  close(fingerprint: string): void {
    if (this.#entries.delete(fingerprint)) this.#changed();
  }

  clear(): void {
    if (this.#entries.size === 0) return;
    this.#entries.clear();
    this.#arrivals = [];
    this.#changed();
  }

  clearLog(): void {
    this.#log.clear();
    this.#changed();
  }

  /** Forgets all that was told, for when another person has come. */
  forgetShown(): void {
    this.clear();
    this.clearLog();
  }

  forget(): void {
    this.forgetShown();
    for (const listener of [...this.#forgetListeners]) listener();
  }

  entryOf(fingerprint: string): OpenToast | undefined {
    return this.#entries.get(fingerprint)?.toast;
  }

  readonly newest = (): NewestToasts => {
    this.#newest ??= this.#findNewest();
    return this.#newest;
  };

  readonly open = (): readonly OpenToast[] => {
    this.#open ??= [...this.#entries.values()].map(({ toast }) => toast);
    return this.#open;
  };

  readonly logged = (): readonly LoggedError[] => this.#log.entries;

  readonly subscribe = (listener: () => void): (() => void) => listen(this.#listeners, listener);

  /** Calls back with each failure that is told of, counted ones as well. */
  onAdded(listener: (error: ApiError) => void): () => void {
    return listen(this.#addedListeners, listener);
  }

  /** Calls back when the app says that the person has gone. */
  onForget(listener: () => void): () => void {
    return listen(this.#forgetListeners, listener);
  }

  /**
   * Calls back before anything is sent again, and waits for it: somebody else may be signed in by then, of whom no call
   * has told. Where the listener then forgets all of this, nothing is sent.
   */
  beforeRetry(listener: (error: ApiError) => Promise<unknown>): () => void {
    return listen(this.#retryListeners, listener);
  }

  /** Neither shows nor logs a failure that this is true of, until it is called off: of somebody's call who has gone. */
  refuse(isRefused: (error: ApiError) => boolean): () => void {
    return listen(this.#refusals, isRefused);
  }

  /** Hands all that is open over to another store, for it to tell of. */
  moveTo(store: ToastStore): void {
    const entries = [...this.#entries.values()];
    this.clear();
    for (const { toast, unsent } of entries) {
      const [first, ...rest] = unsent.calls;
      store.#tellOf(toast.error, first);
      for (const call of rest) store.#entries.get(toast.fingerprint)?.unsent.add(call);
      store.#entries.get(toast.fingerprint)?.recall(toast);
    }
    store.#changed();
  }

  #isNew(thrown: unknown): boolean {
    if (typeof thrown !== "object" || thrown === null) return true;
    const isNew = !this.#seen.has(thrown);
    this.#seen.add(thrown);
    return isNew;
  }

  #tellOf(error: ApiError, call: UnsentCall | undefined): void {
    this.#seen.add(error);
    if ([...this.#refusals].some((isRefused) => isRefused(error))) return;
    const fingerprint = fingerprintOf(error);
    const known = this.#entries.get(fingerprint);
    const own = call && this.#isSentElsewhere(known, call) ? undefined : call;
    if (known) known.count(error, own);
    else this.#insert(fingerprint, { error, call: own });
    this.#log.add(error);
    this.#changed();
    for (const listener of [...this.#addedListeners]) listener(error);
  }

  /**
   * Whether the toast of another failure sends the newest of the same write. Where it is this one, it is sent from here
   * alone: two toasts would send it twice.
   */
  #isSentElsewhere(known: ToastEntry | undefined, call: UnsentCall): boolean {
    if (call.order === undefined) return false;
    const others = [...this.#entries.values()].filter((entry) => entry !== known);
    if (others.some(({ unsent }) => unsent.hasLater(call))) return true;
    for (const other of others)
      if (other.unsent.drop(({ key }) => key === call.key)) this.#settle(other);
    return false;
  }

  #insert(fingerprint: string, failure: { error: ApiError; call: UnsentCall | undefined }): void {
    this.#count += 1;
    const entry = new ToastEntry(this.#count, failure, (pressed) => this.#sendAgain(pressed));
    this.#entries.set(fingerprint, entry);
    this.#arrivals.push(entry);
  }

  #isOpen(entry: ToastEntry): boolean {
    return this.#entries.get(entry.toast.fingerprint) === entry;
  }

  #findNewest(): NewestToasts {
    // Most of them closed: the list would otherwise grow for as long as the page is open.
    if (this.#arrivals.length > 2 * this.#entries.size + maxShown)
      this.#arrivals = this.#arrivals.filter((entry) => this.#isOpen(entry));
    const toasts: OpenToast[] = [];
    for (let at = this.#arrivals.length - 1; at >= 0 && toasts.length < maxShown; at -= 1) {
      const entry = this.#arrivals[at];
      if (entry && this.#isOpen(entry)) toasts.push(entry.toast);
    }
    return { toasts, others: this.#entries.size - toasts.length };
  }

  /** One after the other, as they were begun; the first that fails leaves the rest for the next press. */
  async #sendAgain(entry: ToastEntry): Promise<void> {
    const looks = [...this.#retryListeners];
    const { error } = entry.toast;
    await entry.unsent.run({
      begin: looks.length > 0 ? () => Promise.all(looks.map((look) => look(error))) : undefined,
      // Dismissed, or forgotten, meanwhile.
      isOver: () => !this.#isOpen(entry),
      onSent: () => {
        entry.update();
        this.#changed();
      },
      onFailed: (call, thrown) => this.#noteFailedRetry(entry, call, thrown),
    });
    // What failed meanwhile waits for the next press.
    this.#settle(entry);
  }

  #noteFailedRetry(entry: ToastEntry, call: UnsentCall, thrown: unknown): void {
    const error = readFrameworkError(thrown);
    // Called off by somebody: no answer.
    if (error.kind === "aborted") return;
    // Counts where nobody has told of it, as a client that is watched does.
    this.addFailed(error, call);
    if (fingerprintOf(error) === entry.toast.fingerprint) {
      entry.countFailedRetry();
      this.#changed();
      return;
    }
    // Another toast tells what is wrong with it now.
    entry.unsent.drop(({ key }) => key === call.key);
    this.#settle(entry);
  }

  /** Closes a toast that had things to send again and has none left. */
  #settle(entry: ToastEntry): void {
    if (!this.#isOpen(entry)) return;
    entry.update();
    if (entry.unsent.isEmpty) this.#entries.delete(entry.toast.fingerprint);
    this.#changed();
  }

  #changed(): void {
    this.#newest = undefined;
    this.#open = undefined;
    for (const listener of [...this.#listeners]) listener();
  }
}

/** A store of its own, for toasts that are to be apart from the page's, whose store the provider makes by itself. */
export function createErrorToasts(): ErrorToasts {
  return new ToastStore();
}

function listen<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
