import { describe, expect, it } from "vitest";
import { ApiError } from "../../src/error/api-error.ts";
import { RetryBudget } from "../../src/retry/retry-budget.ts";

const busy = new ApiError({ code: "X", kind: "unavailable", status: 503, message: "" });
const late = new ApiError({ code: "TIMEOUT", kind: "timeout", message: "" });

/** How many retries in a row are paid for, each of which fails. */
function spend(budget: RetryBudget, error = busy): number {
  let paid = 0;
  while (budget.take(error) === "taken") {
    budget.settle(budget.costAfter(error), "failure");
    paid += 1;
  }
  return paid;
}

describe("a retry budget", () => {
  it("pays for five retries that fail, and for one after a time-out", () => {
    expect(spend(new RetryBudget())).toBe(5);
    expect(spend(new RetryBudget(), late)).toBe(1);
  });

  it("is given a fifth of a retry by each success, never more than it began with", () => {
    const budget = new RetryBudget();
    spend(budget);
    for (let success = 1; success <= 5; success += 1) budget.settle(undefined, "success");
    expect(spend(budget)).toBe(1);
    for (let success = 1; success <= 1_000; success += 1) budget.settle(undefined, "success");
    expect(spend(budget)).toBe(5);
  });

  it.each(["success", "answered"] as const)("gets its cost back from a retry's %s", (outcome) => {
    const budget = new RetryBudget();
    for (let retry = 1; retry <= 50; retry += 1) {
      expect(budget.take(busy)).toBe("taken");
      budget.settle(1, outcome);
    }
    expect(spend(budget)).toBe(5);
  });

  it("asks to wait while retries under way may yet give something back", () => {
    const budget = new RetryBudget({ capacity: 1 });
    expect([budget.take(busy), budget.take(busy)]).toEqual(["taken", "wait"]);
    expect(budget.mayPay(busy)).toBe(true);
    budget.settle(1, "failure");
    expect(budget.take(busy)).toBe("spent");
    expect(budget.mayPay(busy)).toBe(false);
  });

  it("takes what a developer sets, and nothing that is no number", () => {
    expect(spend(new RetryBudget({ capacity: 2 }))).toBe(2);
    expect(spend(new RetryBudget({ capacity: 10, timeoutCost: 2 }), late)).toBe(5);
    expect(spend(new RetryBudget({ capacity: Number.NaN }))).toBe(5);
    expect(spend(new RetryBudget({ capacity: -1 }))).toBe(0);
  });
});
