import type { ApiSuccess } from "../error/api-success.ts";
import type { UnsentCall } from "../error/unsent-call.ts";
import { DismissedCauses } from "./dismissed-causes.ts";
import { FailedReads } from "./failed-reads.ts";
import { fingerprintOfOutage, outageFingerprints } from "./toast-cause.ts";
import type { Failure, ToastEntry } from "./toast-entry.ts";
import { ToastStack } from "./toast-stack.ts";

/**
 * What is wrong at the moment, each with its toast, open or dismissed. The toast of what was read goes when that works
 * again, and of an outage when its API does; one with writes to be sent goes only when these have been sent, or are out of
 * date. Whatever goes by itself waits until nobody is at it.
 */
export class OpenCauses {
  readonly stack = new ToastStack();
  readonly #dismissed = new DismissedCauses();
  readonly #reads = new FailedReads();
  readonly #open: (failure: Failure) => ToastEntry;
  readonly #onChanged: () => void;
  /** Of all toasts. */
  readonly #holds = new Set<symbol>();
  #recoveries = 0;

  /**
   * @param open makes the toast of a failure that none tells of so far
   * @param onChanged told of each change but those that {@link OpenCauses.tell} makes
   */
  constructor({
    open,
    onChanged,
  }: { open: (failure: Failure) => ToastEntry; onChanged: () => void }) {
    this.#open = open;
    this.#onChanged = onChanged;
  }

  get entries(): readonly ToastEntry[] {
    return this.stack.entries;
  }

  /** How often an API has worked again whose toast was open. */
  get recoveries(): number {
    return this.#recoveries;
  }

  get(fingerprint: string): ToastEntry | undefined {
    return this.stack.get(fingerprint);
  }

  has(entry: ToastEntry): boolean {
    return this.stack.has(entry);
  }

  /**
   * Counts a failure on the toast of its cause, or opens one.
   * @returns undefined where the person has dismissed its cause
   */
  tell(failure: Failure): ToastEntry | undefined {
    const { error, cause, isRead } = failure;
    const dismissed = isRead ? this.#dismissed.get(cause) : undefined;
    const open = dismissed ?? this.stack.get(cause);
    const call = this.#isSentLater(open, failure.call) ? undefined : failure.call;
    const entry = open ?? this.#open({ ...failure, call });
    if (open) open.count(error, call);
    else this.stack.add(entry);
    if (failure.call?.isRead) this.#reads.note(entry, failure.call.key);
    this.#takeOver(entry, call);
    return dismissed ? undefined : entry;
  }

  /** An API has answered a call well: what was wrong with the whole of it is over. */
  apiWorked(api: string, success: ApiSuccess): void {
    for (const fingerprint of outageFingerprints(api)) {
      const entry = this.stack.get(fingerprint) ?? this.#dismissed.get(fingerprint);
      if (entry?.isOverBy(success)) this.#recover(entry);
    }
  }

  /** Something else tells of the outage from now on: the toast goes without a word. */
  giveWay(api: string): void {
    const entry = this.stack.get(fingerprintOfOutage(api, "down"));
    if (entry) this.#leave(entry);
  }

  /** What was read under this key has worked. */
  readWorked(key: unknown): void {
    for (const entry of this.#reads.toastsOf(key)) {
      if (entry.isOutage) this.#recover(entry);
      else this.#drop(entry, key);
    }
  }

  /** Nothing is read under this key any more: nobody would hear of it that a cause works which the person has dismissed. */
  readIsGone(key: unknown): void {
    for (const entry of this.#reads.toastsOf(key))
      if (this.#dismissed.has(entry) && !entry.isOutage) this.#drop(entry, key);
  }

  /** Keeps a toast, or all of them, from going by itself until it is called off. */
  hold(fingerprint?: string): () => void {
    if (fingerprint === undefined) return this.#holdAll();
    const entry = this.stack.get(fingerprint);
    return entry ? entry.hold(() => this.release(entry)) : () => {};
  }

  /** Nobody is at it any more: where its cause has gone meanwhile, it goes. */
  release(entry: ToastEntry): void {
    if (entry.isOver) this.#leave(entry);
  }

  dismiss(entries: readonly ToastEntry[]): void {
    for (const entry of entries) {
      this.stack.delete(entry);
      if (!entry.isRead || entry.isOver) this.#reads.forget(entry);
      else for (const lapsed of this.#dismissed.add(entry)) this.#reads.forget(lapsed);
    }
    if (entries.length > 0) this.#onChanged();
  }

  /** Its failure is told of elsewhere. */
  withdraw(entry: ToastEntry, call: UnsentCall | undefined): void {
    if (!this.has(entry)) return;
    if (call) entry.unsent.drop(({ key }) => key === call.key);
    if (call) this.#reads.drop(entry, call.key);
    const isLast = entry.unsent.isEmpty && !this.#reads.has(entry);
    if (isLast || entry.toast.count === 1) {
      this.#leave(entry);
      return;
    }
    entry.uncount();
    this.#onChanged();
  }

  /** Closes a toast that had things to send again and has none left. */
  settle(entry: ToastEntry): void {
    if (!this.has(entry)) return;
    if (entry.unsent.isEmpty) this.#leave(entry);
    else this.#update(entry);
  }

  /** The person has sent again what it had: it goes from under them. */
  settleAtOnce(entry: ToastEntry): void {
    if (!this.has(entry)) return;
    entry.update();
    if (entry.unsent.isEmpty || entry.isOver) this.#close(entry);
    this.#onChanged();
  }

  /** The person has gone. */
  forget(): void {
    const wasEmpty = this.stack.isEmpty;
    this.stack.clear();
    this.#dismissed.clear();
    this.#reads.clear();
    if (!wasEmpty) this.#onChanged();
  }

  #holdAll(): () => void {
    const hold = Symbol("hold");
    this.#holds.add(hold);
    return () => {
      this.#holds.delete(hold);
      for (const entry of this.entries) this.release(entry);
    };
  }

  /** Whether the toast of another failure sends a later one of the same write. */
  #isSentLater(own: ToastEntry | undefined, call: UnsentCall | undefined): boolean {
    if (call?.order === undefined) return false;
    return this.#others(own).some(({ unsent }) => unsent.hasLater(call));
  }

  /** A write is sent from one toast alone: two would send it twice. */
  #takeOver(own: ToastEntry, call: UnsentCall | undefined): void {
    if (call?.order === undefined) return;
    for (const other of this.#others(own))
      if (other.unsent.drop(({ key }) => key === call.key)) this.settle(other);
  }

  #others(own: ToastEntry | undefined): ToastEntry[] {
    return this.entries.filter((entry) => entry !== own);
  }

  #drop(entry: ToastEntry, key: unknown): void {
    this.#reads.drop(entry, key);
    entry.unsent.drop((call) => call.key === key);
    if (!this.#reads.has(entry)) this.#leave(entry);
    else if (this.has(entry)) this.#update(entry);
  }

  #recover(entry: ToastEntry): void {
    if (this.has(entry) && !entry.isOver) this.#recoveries += 1;
    this.#leave(entry);
  }

  /** It goes by itself, once nobody is at it. */
  #leave(entry: ToastEntry): void {
    const isOpen = this.has(entry);
    entry.isOver = isOpen && (entry.isInUse || this.#holds.size > 0);
    if (!entry.isOver) this.#close(entry);
    if (isOpen) this.#update(entry);
  }

  #update(entry: ToastEntry): void {
    entry.update();
    this.#onChanged();
  }

  #close(entry: ToastEntry): void {
    if (this.has(entry)) this.stack.delete(entry);
    if (this.#dismissed.has(entry)) this.#dismissed.delete(entry);
    this.#reads.forget(entry);
  }
}
