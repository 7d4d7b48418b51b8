import type { ToastEntry } from "./toast-entry.ts";

/** Nobody dismisses more in one sitting. Beyond that, the oldest cause is forgotten and shows toasts again. */
const maxCauses = 100;

/**
 * Causes whose toasts are hidden, most of them since the person has dismissed them: they stay quiet until they have worked
 * once. Each keeps its toast entry, which goes on counting failures while it is hidden.
 */
export class HiddenCauses {
  readonly #entries = new Map<string, ToastEntry>();

  /** @returns the oldest entries, removed to make room: their causes show toasts again */
  add(entry: ToastEntry): readonly ToastEntry[] {
    this.#entries.set(entry.toast.fingerprint, entry);
    const tooMany = this.#entries.size - maxCauses;
    const lapsed = tooMany > 0 ? [...this.#entries.values()].slice(0, tooMany) : [];
    for (const oldest of lapsed) this.delete(oldest);
    return lapsed;
  }

  get(fingerprint: string): ToastEntry | undefined {
    return this.#entries.get(fingerprint);
  }

  has(entry: ToastEntry): boolean {
    return this.#entries.get(entry.toast.fingerprint) === entry;
  }

  delete(entry: ToastEntry): void {
    this.#entries.delete(entry.toast.fingerprint);
  }

  clear(): void {
    this.#entries.clear();
  }
}
