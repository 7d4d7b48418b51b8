import { describe, expect, it } from "vitest";
import { backoffMs, retryAfterJitterMs, toTimerDelay } from "../../src/retry/backoff.ts";

const maxTimerMs = 2 ** 31 - 1;
const usual = { baseDelayMs: 500, maxDelayMs: 20_000 };

describe("a timer's delay", () => {
  it.each([
    [0, 0],
    [1.5, 1.5],
    [-1, 0],
    [Number.NaN, 0],
    [Number.NEGATIVE_INFINITY, 0],
    [maxTimerMs, maxTimerMs],
    [2 ** 31, maxTimerMs],
    [Number.POSITIVE_INFINITY, maxTimerMs],
  ])("for %d ms is %d", (delayMs, expected) => {
    expect(toTimerDelay(delayMs)).toBe(expected);
  });
});

describe("the backoff", () => {
  it.each([
    [0, 250, 500],
    [1, 500, 1_000],
    [2, 1_000, 2_000],
    [3, 2_000, 4_000],
    [6, 10_000, 20_000],
    [5_000, 10_000, 20_000],
  ])("before retry %i is between %i and %i ms", (retry, least, most) => {
    expect(backoffMs(retry, { ...usual, random: () => 0 })).toBe(least);
    expect(backoffMs(retry, { ...usual, random: () => 1 })).toBe(most);
  });

  it("over four retries takes 3.75 s at the least", () => {
    const waits = [0, 1, 2, 3].map((retry) => backoffMs(retry, { ...usual, random: () => 0 }));
    expect(waits.reduce((sum, waitMs) => sum + waitMs)).toBe(3_750);
  });

  it.each([
    ["NaN", () => Number.NaN],
    ["less than 0", () => -5],
    ["more than 1", () => 5],
    [
      "a throw",
      () => {
        throw new Error("no");
      },
    ],
  ])("keeps its fixed half when the dice give %s", (_, random) => {
    expect(backoffMs(0, { ...usual, random })).toBe(250);
    expect(retryAfterJitterMs(60_000, random)).toBe(0);
  });

  it.each([0, 1])("of endless delays still waits when the dice give %d", (drawn) => {
    const endless = {
      baseDelayMs: Number.POSITIVE_INFINITY,
      maxDelayMs: Number.POSITIVE_INFINITY,
      random: () => drawn,
    };
    expect(backoffMs(0, endless)).toBeGreaterThan(1_000_000_000);
    expect(backoffMs(0, endless)).toBeLessThan(2 ** 31);
  });
});

describe("the spread after a Retry-After", () => {
  it.each([
    [0, 1_000],
    [2_000, 1_000],
    [10_000, 2_000],
    [60_000, 10_000],
    [Number.MAX_SAFE_INTEGER, 10_000],
  ])("of %i ms adds at most %i ms, and never takes any", (retryAfterMs, most) => {
    expect(retryAfterJitterMs(retryAfterMs, () => 0)).toBe(0);
    expect(retryAfterJitterMs(retryAfterMs, () => 1)).toBe(most);
  });
});
