import type { ApiError } from "../error/api-error.ts";
import { atLeast } from "./at-least.ts";
import { monotonicMs } from "./clock.ts";

export interface BudgetOptions {
  /** How many retries may fail before there are no more. Default 5. */
  capacity?: number;
  /** How much of a retry each success gives back, up to the capacity. Default 0.2. */
  refund?: number;
}

/** One retry comes back by itself in this time. A page that was left alone for half an hour has all five again. */
const comesBackMs = 5 * 60_000;

/** How long a route gets no retries after a call failed with all of its retries. */
const brokenMs = 5 * 60_000;

/**
 * Keeps one API's retries from becoming a storm. A retry costs 1 while it is under way, and for good if it fails. One
 * that succeeds gives its cost back (as in the standard mode of the AWS SDKs), and every success gives back a little
 * more. The first attempt of a call is free.
 *
 * After a call failed with all its retries, its route gets none until a call of it works: else a polled route that is
 * broken would use up the budget of all others.
 */
export class RetryBudget {
  readonly #capacity: number;
  readonly #refund: number;
  #left: number;
  /** On the monotonic clock. */
  #countedMs = monotonicMs();
  #underWay = 0;
  /** What retries of the app's own queries have cost, minus their refunds. */
  #othersCost = 0;
  /** Routes of calls that failed with all their retries, and since when, on the monotonic clock. */
  readonly #broken = new Map<string, number>();

  constructor(options: BudgetOptions = {}) {
    this.#capacity = atLeast(0, options.capacity, 5);
    this.#refund = atLeast(0, options.refund, 0.2);
    this.#left = this.#capacity;
  }

  /** Whether the budget could pay for a retry of this route, if all retries that are under way gave their cost back. */
  mayPay({ route = "" }: Pick<ApiError, "route">): boolean {
    return !this.#isBroken(route) && this.#count() + this.#underWay >= 1 - tolerance;
  }

  /** `"wait"` if retries that are under way may still give enough back. */
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

  /** @param taken whether the call took the cost of a retry */
  settle(taken: boolean, outcome: "success" | "answered" | "failure"): void {
    if (taken) this.#underWay -= 1;
    const back = taken && outcome !== "failure" ? 1 : 0;
    const refund = outcome === "success" ? this.#refund : 0;
    this.#left = Math.min(this.#capacity, this.#count() + back + refund);
  }

  /** A retry has failed that the API did not send, such as an app's own query's: it costs as much as the API's own. */
  chargeOthers(route: string): void {
    if (this.take(route) !== "taken") return;
    this.settle(true, "failure");
    this.#othersCost += 1;
  }

  /**
   * A call of an app's own query has succeeded. It refunds as much as one of the API's, but in all no more than
   * {@link chargeOthers} has charged: the API may have sent the call itself, and counted it.
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

  /** A call of this route has succeeded, or got an answer that no retry would change. */
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

  /** The current budget, with what has come back by itself. */
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
