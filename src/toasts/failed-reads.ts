import type { ToastEntry } from "./toast-entry.ts";

/**
 * Which toasts show failed reads that have not worked since. Lookups take the same time however many toasts there are.
 */
export class FailedReads {
  readonly #toasts = new Map<unknown, Set<ToastEntry>>();
  readonly #keys = new Map<ToastEntry, Set<unknown>>();

  note(entry: ToastEntry, key: unknown): void {
    const toasts = this.#toasts.get(key) ?? new Set();
    const keys = this.#keys.get(entry) ?? new Set();
    this.#toasts.set(key, toasts.add(entry));
    this.#keys.set(entry, keys.add(key));
  }

  /** The toasts that show a failed read with this key. */
  toastsOf(key: unknown): readonly ToastEntry[] {
    return [...(this.#toasts.get(key) ?? [])];
  }

  /** Whether this toast shows any failed read that has not worked since. */
  has(entry: ToastEntry): boolean {
    return this.#keys.has(entry);
  }

  drop(entry: ToastEntry, key: unknown): void {
    const toasts = this.#toasts.get(key);
    toasts?.delete(entry);
    if (toasts?.size === 0) this.#toasts.delete(key);
    const keys = this.#keys.get(entry);
    keys?.delete(key);
    if (keys?.size === 0) this.#keys.delete(entry);
  }

  /** Removes a toast that has closed, with all its keys. */
  forget(entry: ToastEntry): void {
    for (const key of this.#keys.get(entry) ?? []) this.drop(entry, key);
  }

  clear(): void {
    this.#toasts.clear();
    this.#keys.clear();
  }
}
