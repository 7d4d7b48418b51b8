import type { ApiError } from "../error/api-error.ts";
import { meaningOf, type RetryCost } from "./error-meaning.ts";

export interface BudgetOptions {
  /** What retries may cost before a success refunds any of it. Default 5. */
  capacity?: number;
  /** What a retry after the kit's own time-out costs: the API may still be at work on the attempt. Default 5. */
  timeoutCost?: number;
  /** What each success gives back, up to the capacity. Default 0.2. */
  refund?: number;
}

/**
 * What keeps one API's retries from becoming a storm: a retry costs 1 while it runs, and for good where it fails. One
 * that succeeds gives its cost back (as the standard mode of the AWS SDKs has it), and every success a little more. The
 * first attempt of a call is never held back.
 */
export class RetryBudget {
  readonly #capacity: number;
  readonly #timeoutCost: number;
  readonly #refund: number;
  #left: number;
  #underWay = 0;

  constructor(options: BudgetOptions = {}) {
    this.#capacity = atLeast0(options.capacity, 5);
    this.#timeoutCost = atLeast0(options.timeoutCost, 5);
    this.#refund = atLeast0(options.refund, 0.2);
    this.#left = this.#capacity;
  }

  costAfter(error: ApiError): number {
    return this.#priceOf(meaningOf(error).retryCost);
  }

  /** Whether a retry after this error could be paid, with what is under way given back. */
  mayPay(error: ApiError): boolean {
    return this.#left + this.#underWay >= this.costAfter(error) - tolerance;
  }

  /** `"wait"` where retries that are under way may yet give enough back. */
  take(error: ApiError): "taken" | "wait" | "spent" {
    const cost = this.costAfter(error);
    if (this.#left < cost - tolerance) return this.#underWay > tolerance ? "wait" : "spent";
    this.#left -= cost;
    this.#underWay += cost;
    return "taken";
  }

  /** Whether a retry at this cost waits for those that are under way. */
  isAwaited(cost: RetryCost): boolean {
    return this.#left < this.#priceOf(cost) - tolerance && this.#underWay > tolerance;
  }

  /** @param cost what the call took; undefined for one that took nothing */
  settle(cost: number | undefined, outcome: "success" | "answered" | "failure"): void {
    const taken = cost ?? 0;
    const back = outcome === "failure" ? 0 : taken;
    const refund = outcome === "success" ? this.#refund : 0;
    this.#underWay -= taken;
    this.#left = Math.min(this.#capacity, this.#left + back + refund);
  }

  #priceOf(cost: RetryCost): number {
    return cost === "timeoutCost" ? this.#timeoutCost : 1;
  }
}

/** Five refunds of 0.2 are a little less than 1 in floating point. */
const tolerance = 1e-9;

function atLeast0(value: number | undefined, fallback: number): number {
  return value === undefined || Number.isNaN(value) ? fallback : Math.max(0, value);
}
