export interface ScheduledEvent {
  readonly atMs: number;
  /** Tells which of two events of the same time was added first. */
  readonly order: number;
  readonly run: () => void;
  isCancelled: boolean;
}

/** Gives events by their time, those of the same time in the order in which they were added. A binary heap. */
export class EventQueue {
  readonly #heap: ScheduledEvent[] = [];
  #added = 0;

  add(atMs: number, run: () => void): ScheduledEvent {
    const event = { atMs, order: this.#added++, run, isCancelled: false };
    this.#heap.push(event);
    this.#rise(this.#heap.length - 1);
    return event;
  }

  /** Takes the first event that is due by then and was not cancelled. */
  takeUntil(endMs: number): ScheduledEvent | undefined {
    for (;;) {
      const first = this.#heap[0];
      if (!first || first.atMs > endMs) return undefined;
      this.#removeFirst();
      if (!first.isCancelled) return first;
    }
  }

  #removeFirst(): void {
    const last = this.#heap.pop();
    if (!last || this.#heap.length === 0) return;
    this.#heap[0] = last;
    this.#sink(0);
  }

  #rise(from: number): void {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!this.#swapIfEarlier(at, parent)) return;
      at = parent;
    }
  }

  #sink(from: number): void {
    for (let at = from; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const child = this.#isEarlier(right, left) ? right : left;
      if (!this.#swapIfEarlier(child, at)) return;
      at = child;
    }
  }

  #swapIfEarlier(below: number, above: number): boolean {
    if (!this.#isEarlier(below, above)) return false;
    const [lower, upper] = [this.#heap[below], this.#heap[above]];
    if (!lower || !upper) return false;
    this.#heap[above] = lower;
    this.#heap[below] = upper;
    return true;
  }

  #isEarlier(a: number, b: number): boolean {
    const [one, other] = [this.#heap[a], this.#heap[b]];
    if (!one || !other) return one !== undefined;
    return one.atMs < other.atMs || (one.atMs === other.atMs && one.order < other.order);
  }
}
