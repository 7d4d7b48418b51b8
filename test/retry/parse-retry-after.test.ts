import { describe, expect, it } from "vitest";
import { parseRetryAfter } from "../../src/retry/parse-retry-after.ts";

const now = Date.UTC(2026, 0, 1, 12, 0, 0);

describe("Retry-After", () => {
  it.each([
    ["0", 0],
    ["2", 2_000],
    [" 120 ", 120_000],
    ["Thu, 01 Jan 2026 12:00:30 GMT", 30_000],
    ["Thursday, 01-Jan-26 12:00:30 GMT", 30_000],
    ["Thu Jan  1 12:00:30 2026", 30_000],
    ["Thu, 01 Jan 2026 11:00:00 GMT", 0],
  ])("reads %j as %i ms", (value, expected) => {
    expect(parseRetryAfter(value, now)).toBe(expected);
  });

  it.each([
    [null],
    [undefined],
    [""],
    ["-5"],
    ["1e3"],
    ["0x10"],
    ["1.5"],
    ["10, 20"],
    ["Infinity"],
    ["NaN"],
    ["tomorrow"],
    ["2026-01-01T12:00:30Z"],
  ])("takes %j as absent", (value) => {
    expect(parseRetryAfter(value, now)).toBeUndefined();
  });

  it("stays finite however many digits come", () => {
    expect(parseRetryAfter("9".repeat(400), now)).toBe(Number.MAX_SAFE_INTEGER);
  });
});
