import { beforeEach, describe, expect, it, vi } from "vitest";
import { RetryBudget } from "../../src/retry/retry-budget.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

const route = "GET /v1/x";
const minute = 60_000;

/** How many retries in a row are paid for, each of which fails. */
function spend(budget: RetryBudget): number {
  let paid = 0;
  while (budget.take(route) === "taken") {
    budget.settle(true, "failure");
    paid += 1;
  }
  return paid;
}

describe("a retry budget", () => {
  it("pays for five retries that fail", () => {
    expect(spend(new RetryBudget())).toBe(5);
  });

  it("is given a fifth of a retry by each success, never more than it began with", () => {
    const budget = new RetryBudget();
    spend(budget);
    for (let success = 1; success <= 4; success += 1) budget.settle(false, "success");
    expect(spend(budget)).toBe(0);
    budget.settle(false, "success");
    expect(spend(budget)).toBe(1);
    for (let success = 1; success <= 1_000; success += 1) budget.settle(false, "success");
    expect(spend(budget)).toBe(5);
  });

  it.each(["success", "answered"] as const)("gets its cost back from a retry's %s", (outcome) => {
    const budget = new RetryBudget();
    for (let retry = 1; retry <= 50; retry += 1) {
      expect(budget.take(route)).toBe("taken");
      budget.settle(true, outcome);
    }
    expect(spend(budget)).toBe(5);
  });

  it.each([
    [4, 0],
    [5, 1],
    [10, 2],
    [60, 5],
  ])("that is spent and left alone for %i minutes has %i again", (minutes, expected) => {
    const budget = new RetryBudget();
    spend(budget);
    vi.advanceTimersByTime(minutes * minute);
    expect(spend(budget)).toBe(expected);
  });

  it("asks to wait while retries under way may yet give something back", () => {
    const budget = new RetryBudget({ capacity: 1 });
    expect([budget.take(route), budget.take(route)]).toEqual(["taken", "wait"]);
    expect(budget.mayPay({ route })).toBe(true);
    budget.settle(true, "failure");
    expect(budget.take(route)).toBe("spent");
    expect(budget.mayPay({ route })).toBe(false);
  });

  it("takes what a developer sets, and nothing that is no number", () => {
    expect(spend(new RetryBudget({ capacity: 2 }))).toBe(2);
    expect(spend(new RetryBudget({ capacity: Number.NaN }))).toBe(5);
    expect(spend(new RetryBudget({ capacity: -1 }))).toBe(0);
  });
});

describe("A route that failed with all its retries", () => {
  it("gets none, and takes none from the others", () => {
    const budget = new RetryBudget();
    budget.noteBroken(route);
    expect([budget.take(route), budget.mayPay({ route })]).toEqual(["spent", false]);
    expect(budget.take("GET /v1/y")).toBe("taken");
  });

  it.each<[string, (budget: RetryBudget) => void]>([
    ["it has answered well", (budget) => budget.noteWell(route)],
    ["5 minutes are over", () => vi.advanceTimersByTime(5 * minute)],
  ])("gets them again once %s", (_, change) => {
    const budget = new RetryBudget();
    budget.noteBroken(route);
    change(budget);
    expect([budget.mayPay({ route }), budget.take(route)]).toEqual([true, "taken"]);
  });

  it("gets none for 5 minutes from its last failure on", () => {
    const budget = new RetryBudget();
    budget.noteBroken(route);
    vi.advanceTimersByTime(4 * minute);
    budget.noteBroken(route);
    vi.advanceTimersByTime(4 * minute);
    expect(budget.take(route)).toBe("spent");
  });
});
