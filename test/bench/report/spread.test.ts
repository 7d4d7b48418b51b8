import { describe, expect, it, test } from "vitest";
import { ratioText, ratioTo, spreadOf } from "../../../bench/report/spread.ts";

describe("the spread of figures", () => {
  test.for([
    [[7], { median: 7, low: 7, high: 7 }],
    [[4, 1, 3, 2, 5], { median: 3, low: 2, high: 4 }],
    [[10, 20], { median: 15, low: 12.5, high: 17.5 }],
    [[100, 9, 10], { median: 10, low: 9.5, high: 55 }],
  ] as const)("of %o is %o", ([figures, spread]) => {
    expect(spreadOf(figures)).toEqual(spread);
  });
});

it("divides by what was measured in the same round, so that a slow round changes no ratio", () => {
  expect(ratioTo([10, 100, 20], [15, 150, 30])).toEqual({ median: 1.5, low: 1.5, high: 1.5 });
});

it("has no ratio without figures", () => {
  expect(ratioTo([], []).median).toBeNaN();
});

it("shows the median, and what the middle half of the rounds lies between", () => {
  expect(ratioText(ratioTo([1, 1, 1], [1, 2, 4]))).toBe("2.00x (1.50 to 3.00)");
});
