import type { ToastEntry } from "./toast-entry.ts";

/** More than these nobody has dismissed in one sitting: the oldest is told of again. */
const maxCauses = 100;

/**
 * Causes that the person has dismissed, and that are quiet until they have worked once. Each is kept as the toast that it
 * was, which goes on counting out of sight.
 */
export class DismissedCauses {
  readonly #entries = new Map<string, ToastEntry>();

  /** @returns those that are told of again, for want of room */
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
