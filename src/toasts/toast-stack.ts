import type { NewestToasts } from "./error-toasts.ts";
import type { OpenToast, ToastEntry } from "./toast-entry.ts";

/** How many toasts are in the document at a time, however many are open. */
const maxShown = 3;

/** The open toasts, by cause. Adding and closing one take the same time however many there are. */
export class ToastStack {
  readonly #entries = new Map<string, ToastEntry>();
  /** Oldest first. Closed toasts stay in the list, are skipped, and are removed now and then. */
  #arrivals: ToastEntry[] = [];
  /** How many toasts have been added so far. */
  #count = 0;
  #newest: NewestToasts | undefined;
  #open: readonly OpenToast[] | undefined;

  get entries(): readonly ToastEntry[] {
    return [...this.#entries.values()];
  }

  get isEmpty(): boolean {
    return this.#entries.size === 0;
  }

  get(fingerprint: string): ToastEntry | undefined {
    return this.#entries.get(fingerprint);
  }

  has(entry: ToastEntry): boolean {
    return this.#entries.get(entry.toast.fingerprint) === entry;
  }

  add(entry: ToastEntry): void {
    this.#count += 1;
    entry.arrive(this.#count);
    this.#entries.set(entry.toast.fingerprint, entry);
    this.#arrivals.push(entry);
  }

  delete(entry: ToastEntry): void {
    this.#entries.delete(entry.toast.fingerprint);
  }

  clear(): void {
    this.#entries.clear();
    this.#arrivals = [];
  }

  /** Something has changed: discards the cached snapshots. */
  note(): void {
    this.#newest = undefined;
    this.#open = undefined;
  }

  /** The newest 3. The same object until something changes. */
  newest(): NewestToasts {
    this.#newest ??= this.#findNewest();
    return this.#newest;
  }

  /** Oldest first. The same array until something changes. */
  open(): readonly OpenToast[] {
    this.#open ??= this.entries.map(({ toast }) => toast);
    return this.#open;
  }

  #findNewest(): NewestToasts {
    // Most of the list is closed toasts: without this it would grow for as long as the page is open.
    if (this.#arrivals.length > 2 * this.#entries.size + maxShown)
      this.#arrivals = this.#arrivals.filter((entry) => this.has(entry));
    const toasts: OpenToast[] = [];
    for (let at = this.#arrivals.length - 1; at >= 0 && toasts.length < maxShown; at -= 1) {
      const entry = this.#arrivals[at];
      if (entry && this.has(entry)) toasts.push(entry.toast);
    }
    return { toasts, others: this.#entries.size - toasts.length };
  }
}
