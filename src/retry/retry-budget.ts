import type { ApiError } from "../error/api-error.ts";
import { atLeast } from "./at-least.ts";
import { monotonicMs } from "./clock.ts";

export interface BudgetOptions {
  /** How many retries may fail before there are no more. Default 5. */
  capacity?: number;
  /** How much of a retry each success gives back, up to the capacity. Default 0.2. */
  refund?: number;
}

/** By itself, one retry comes back in this time: a page that was left alone for an hour has all of them. */
const comesBackMs = 5 * 60_000;

/** For how long a route gets no retry that has failed with all of them. */
const brokenMs = 5 * 60_000;

/**
 * What keeps one API's retries from becoming a storm: a retry costs 1 while it runs, and for good where it fails. One
 * that succeeds gives its cost back (as the standard mode of the AWS SDKs has it), and every success a little more. The
 * first attempt of a call is never held back.
 *
 * A route whose last call failed with all its retries gets none until it has answered well: what is polled and broken would
 * else use up what all other routes need.
 */
export class RetryBudget {
  readonly #capacity: number;
  readonly #refund: number;
  #left: number;
  /** On the monotonic clock. */
  #countedMs = monotonicMs();
  #underWay = 0;
  /** What retries of others have cost, less what others have refunded. */
  #othersCost = 0;
  /** Routes that failed with all their retries, and since when, on the monotonic clock. */
  readonly #broken = new Map<string, number>();

  constructor(options: BudgetOptions = {}) {
    this.#capacity = atLeast(0, options.capacity, 5);
    this.#refund = atLeast(0, options.refund, 0.2);
    this.#left = this.#capacity;
  }

  /** Whether a retry of the route that failed could be paid, with what is under way given back. */
  mayPay({ route = "" }: Pick<ApiError, "route">): boolean {
    return !this.#isBroken(route) && this.#count() + this.#underWay >= 1 - tolerance;
  }

  /** `"wait"` where retries that are under way may yet give enough back. */
  take(route: string): "taken" | "wait" | "spent" {
    if (this.#isBroken(route)) return "spent";
    if (this.isSpent) return this.#underWay > 0 ? "wait" : "spent";
    this.#left -= 1;
    this.#underWay += 1;
    return "taken";
  }

  get isSpent(): boolean {
    return this.#count() < 1 - tolerance;
  }

  /** Whether a retry would have to wait for those that are under way. */
  get isAwaited(): boolean {
    return this.isSpent && this.#underWay > 0;
  }

  /** @param taken whether the call took what a retry costs */
  settle(taken: boolean, outcome: "success" | "answered" | "failure"): void {
    if (taken) this.#underWay -= 1;
    const back = taken && outcome !== "failure" ? 1 : 0;
    const refund = outcome === "success" ? this.#refund : 0;
    this.#left = Math.min(this.#capacity, this.#count() + back + refund);
  }

  /** A retry has failed that others sent, as an app's own query does: it costs what one of the API's own does. */
  chargeOthers(route: string): void {
    if (this.take(route) !== "taken") return;
    this.settle(true, "failure");
    this.#othersCost += 1;
  }

  /**
   * A call has worked that others sent. It refunds what an own one does, and no more in all than theirs have cost: the API
   * itself may have sent it for them, and counted it.
   */
  refundOthers(): void {
    if (this.#othersCost <= 0) return;
    this.settle(false, "success");
    this.#othersCost -= this.#refund;
  }

  /** A call of this route has failed with all its retries. */
  noteBroken(route: string): void {
    for (const [known] of this.#broken) this.#isBroken(known);
    this.#broken.set(route, monotonicMs());
  }

  /** A call of this route was answered well, or with what no retry would change. */
  noteWell(route: string): void {
    this.#broken.delete(route);
  }

  #isBroken(route: string): boolean {
    const sinceMs = this.#broken.get(route);
    if (sinceMs === undefined) return false;
    if (monotonicMs() - sinceMs < brokenMs) return true;
    this.#broken.delete(route);
    return false;
  }

  /** What is left, with what has come back by itself. */
  #count(): number {
    const nowMs = monotonicMs();
    const back = (nowMs - this.#countedMs) / comesBackMs;
    this.#countedMs = nowMs;
    this.#left = Math.min(this.#capacity, this.#left + back);
    return this.#left;
  }
}

/** Five refunds of 0.2 are a little less than 1 in floating point. */
const tolerance = 1e-9;
