import type { NewestToasts } from "./error-toasts.ts";
import type { OpenToast, ToastEntry } from "./toast-entry.ts";

/** As many as are in the document at a time, whatever has failed. */
const maxShown = 3;

/** The toasts that are open, by their causes. Adding and closing one take the same time however many there are. */
export class ToastStack {
  readonly #entries = new Map<string, ToastEntry>();
  /** In the order in which they came; those that were closed since are passed over, and let go of now and then. */
  #arrivals: ToastEntry[] = [];
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

  /** Something about them is another: what was read of them is out of date. */
  note(): void {
    this.#newest = undefined;
    this.#open = undefined;
  }

  /** The newest 3. The same object until something changes. */
  newest(): NewestToasts {
    this.#newest ??= this.#findNewest();
    return this.#newest;
  }

  /** In the order in which they came. The same array until something changes. */
  open(): readonly OpenToast[] {
    this.#open ??= this.entries.map(({ toast }) => toast);
    return this.#open;
  }

  #findNewest(): NewestToasts {
    // Most of them closed: the list would otherwise grow for as long as the page is open.
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
