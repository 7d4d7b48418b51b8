/** What happened in each second, of those that are looked at. */
export interface Traffic {
  /** Calls and polls that pages began, and polls that they missed. */
  readonly begun: readonly number[];
  /** Of those begun in this second, how many had what they asked for in time. */
  readonly inTime: readonly number[];
  /** Requests that arrived at the server. */
  readonly arrived: readonly number[];
  readonly served: readonly number[];
  /** Of those served in this second, how many had nobody who waited for the answer any more. */
  readonly wasted: readonly number[];
}

/** How long a person waits for what a page shows. */
export const patienceMs = 10_000;

/** Writes down what happens from a time on, for so many seconds; what happens before or after is left out. */
export class TrafficLog implements Traffic {
  readonly begun: number[];
  readonly inTime: number[];
  readonly arrived: number[];
  readonly served: number[];
  readonly wasted: number[];
  readonly #fromMs: number;

  constructor({ fromMs, seconds }: { fromMs: number; seconds: number }) {
    const zeros = () => Array.from({ length: seconds }, () => 0);
    this.#fromMs = fromMs;
    this.begun = zeros();
    this.inTime = zeros();
    this.arrived = zeros();
    this.served = zeros();
    this.wasted = zeros();
  }

  noteBegun(nowMs: number): void {
    this.#count(this.begun, nowMs);
  }

  noteAnswered(begunMs: number, nowMs: number): void {
    if (nowMs - begunMs <= patienceMs) this.#count(this.inTime, begunMs);
  }

  noteArrived(nowMs: number): void {
    this.#count(this.arrived, nowMs);
  }

  noteServed(nowMs: number, isAwaited: boolean): void {
    this.#count(this.served, nowMs);
    if (!isAwaited) this.#count(this.wasted, nowMs);
  }

  #count(bySecond: number[], atMs: number): void {
    const second = Math.floor((atMs - this.#fromMs) / 1_000);
    const before = bySecond[second];
    if (before !== undefined) bySecond[second] = before + 1;
  }
}
