export interface RateLimitOptions {
  count: number;
  windowMs: number;
}

/** A sliding window for each key: at most `count` in any `windowMs`. */
export class RateLimit {
  readonly #times = new Map<string, number[]>();

  constructor(readonly options: RateLimitOptions) {}

  /** How long the key must wait, in milliseconds; 0 when it may go on. */
  waitMs(key: string, nowMs: number): number {
    const times = this.#recent(key, nowMs);
    const oldest = times.at(-this.options.count);
    return oldest === undefined ? 0 : oldest + this.options.windowMs - nowMs;
  }

  count(key: string, nowMs: number): void {
    this.#times.set(key, [...this.#recent(key, nowMs), nowMs]);
  }

  clear(): void {
    this.#times.clear();
  }

  #recent(key: string, nowMs: number): number[] {
    const times = this.#times.get(key) ?? [];
    return times.filter((time) => nowMs - time < this.options.windowMs);
  }
}
