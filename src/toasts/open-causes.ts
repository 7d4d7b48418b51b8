import type { ApiSuccess } from "../error/api-success.ts";
import type { UnsentCall } from "../error/unsent-call.ts";
import { FailedReads } from "./failed-reads.ts";
import { HiddenCauses } from "./hidden-causes.ts";
import { fingerprintOfOutage, outageFingerprints } from "./toast-cause.ts";
import type { Failure, ToastEntry } from "./toast-entry.ts";
import { ToastStack } from "./toast-stack.ts";

/**
 * The causes of the current failures, each with its toast entry, open or hidden. The toast of a failed read closes
 * when the read works again; the toast of an outage, when its API does. A toast with unsent writes closes only when
 * they have been sent or overtaken by later writes. A toast that closes by itself waits until nobody uses it.
 */
export class OpenCauses {
  readonly stack = new ToastStack();
  readonly #hidden = new HiddenCauses();
  readonly #reads = new FailedReads();
  readonly #open: (failure: Failure) => ToastEntry;
  readonly #onChanged: () => void;
  /** Holds on all toasts at once. */
  readonly #holds = new Set<symbol>();
  #recoveries = 0;

  /**
   * @param open makes the entry of a cause that has none
   * @param onChanged called at each change, except those that {@link OpenCauses.tell} makes
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

  /** How often an API has recovered while its toast was open. */
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
   * Counts a failure on the entry of its cause, or opens a toast.
   * @param isKeptBack whether a new toast is hidden until {@link OpenCauses.showKeptBack}
   * @returns undefined if the cause's toast is hidden, for example because the person has dismissed it
   */
  tell(failure: Failure, isKeptBack: boolean): ToastEntry | undefined {
    const { error, cause, isRead } = failure;
    const hidden = isRead ? this.#hidden.get(cause) : undefined;
    const open = hidden ?? this.stack.get(cause);
    const call = this.#isSentLater(open, failure.call) ? undefined : failure.call;
    const entry = open ?? this.#open({ ...failure, call });
    if (open) open.count(error, call);
    else if (isKeptBack) this.#hide(entry);
    else this.stack.add(entry);
    if (failure.call?.isRead) this.#reads.note(entry, failure.call.key);
    this.#takeOver(entry, call);
    return hidden ? undefined : entry;
  }

  /**
   * Shows a toast that was kept back, unless its cause is over.
   * @param isTold whether a notice has shown the failure meanwhile
   * @returns whether it is shown now
   */
  showKeptBack(entry: ToastEntry, isTold: boolean): boolean {
    if (!this.#hidden.has(entry)) return false;
    if (isTold) {
      this.#close(entry);
      return false;
    }
    this.#hidden.delete(entry);
    this.stack.add(entry);
    this.#onChanged();
    return true;
  }

  /** An API has answered a call well. Closes the toasts of those of its outages that this success ends. */
  apiWorked(api: string, success: ApiSuccess): void {
    for (const fingerprint of outageFingerprints(api)) {
      const entry = this.stack.get(fingerprint) ?? this.#hidden.get(fingerprint);
      if (entry?.isOverBy(success)) this.#recover(entry);
    }
  }

  /** A notice shows this outage from now on. Closes its toast, without counting a recovery. */
  giveWay(api: string): void {
    const entry = this.stack.get(fingerprintOfOutage(api, "down"));
    if (entry) this.#leave(entry);
  }

  /** The read with this key has worked. Takes it off the toasts that show it. */
  readWorked(key: unknown): void {
    for (const entry of this.#reads.toastsOf(key)) {
      if (entry.isOutage) this.#recover(entry);
      else this.#drop(entry, key);
    }
  }

  /**
   * Nothing reads this key any more, so nobody would report that it works again. Forgets that the person dismissed its
   * cause.
   */
  readIsGone(key: unknown): void {
    for (const entry of this.#reads.toastsOf(key))
      if (this.#hidden.has(entry) && !entry.isOutage) this.#drop(entry, key);
  }

  /** Keeps one toast, or all of them, from closing by itself until the returned function is called. */
  hold(fingerprint?: string): () => void {
    if (fingerprint === undefined) return this.#holdAll();
    const entry = this.stack.get(fingerprint);
    return entry ? entry.hold(() => this.release(entry)) : () => {};
  }

  /** A hold on this toast has ended. Closes it if its cause has gone meanwhile. */
  release(entry: ToastEntry): void {
    if (entry.isOver) this.#leave(entry);
  }

  dismiss(entries: readonly ToastEntry[]): void {
    for (const entry of entries) {
      this.stack.delete(entry);
      if (!entry.isRead || entry.isOver) this.#reads.forget(entry);
      else this.#hide(entry);
    }
    if (entries.length > 0) this.#onChanged();
  }

  /** A card shows this failure now. Takes it off its toast, and closes a toast that showed nothing else. */
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

  /** A toast has lost some of its unsent calls. Closes it if none is left. */
  settle(entry: ToastEntry): void {
    if (!this.has(entry)) return;
    if (entry.unsent.isEmpty) this.#leave(entry);
    else this.#update(entry);
  }

  /** The person's "Try again" has ended. Closes a toast with nothing left to send at once, even while they use it. */
  settleAtOnce(entry: ToastEntry): void {
    if (!this.has(entry)) return;
    entry.update();
    if (entry.unsent.isEmpty || entry.isOver) this.#close(entry);
    this.#onChanged();
  }

  /** Another person may use the page now. */
  forget(): void {
    const wasEmpty = this.stack.isEmpty;
    this.stack.clear();
    this.#hidden.clear();
    this.#reads.clear();
    if (!wasEmpty) this.#onChanged();
  }

  #hide(entry: ToastEntry): void {
    for (const lapsed of this.#hidden.add(entry)) this.#reads.forget(lapsed);
  }

  #holdAll(): () => void {
    const hold = Symbol("hold");
    this.#holds.add(hold);
    return () => {
      this.#holds.delete(hold);
      for (const entry of this.entries) this.release(entry);
    };
  }

  /**
   * Whether another toast keeps a later write of the same key. If write 1 fails only after write 2, it must not
   * overwrite it.
   */
  #isSentLater(own: ToastEntry | undefined, call: UnsentCall | undefined): boolean {
    if (call?.order === undefined) return false;
    return this.#others(own).some(({ unsent }) => unsent.hasLater(call));
  }

  /** Takes a write off all other toasts: two toasts would send it twice. */
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

  /** Closes a toast, or marks it to be closed once nobody uses it. */
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
    if (this.#hidden.has(entry)) this.#hidden.delete(entry);
    this.#reads.forget(entry);
  }
}
