import { inMs, leftMs, type Moment } from "../retry/clock.ts";

/** Remembers keys for a while. */
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
      if (this.has(oldest)) break;
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
