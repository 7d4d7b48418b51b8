import { inMs, leftMs, type Moment } from "../retry/clock.ts";

/** The most keys that are kept: a page that fails for minutes must not fill the memory. */
const maxKeys = 1_000;

/** Remembers keys for a while, the newest thousand of them. */
export class RecentKeys {
  readonly #limitMs: number;
  /** When each key is forgotten, the earliest first. */
  readonly #until = new Map<string, Moment>();

  constructor(limitMs: number) {
    this.#limitMs = limitMs;
  }

  note(key: string): void {
    this.#until.delete(key);
    this.#until.set(key, inMs(this.#limitMs));
    for (const oldest of this.#until.keys()) {
      if (this.#until.size <= maxKeys && this.has(oldest)) break;
      this.#until.delete(oldest);
    }
  }

  has(key: string): boolean {
    const until = this.#until.get(key);
    return until !== undefined && leftMs(until) > 0;
  }

  isEmpty(): boolean {
    return ![...this.#until.keys()].some((key) => this.has(key));
  }

  forget(key: string): void {
    this.#until.delete(key);
  }
}
