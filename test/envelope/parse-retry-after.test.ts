import { describe, expect, it, vi } from "vitest";
import { parseRetryAfter, retryAfterFrom } from "../../src/envelope/parse-retry-after.ts";

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
    ["Thu, 01 JAN 2026 12:00:30 GMT"],
    ["Thuday, 01-Jan-26 12:00:30 GMT"],
  ])("takes %j as absent", (value) => {
    expect(parseRetryAfter(value, now)).toBeUndefined();
  });

  it("stays finite however many digits come", () => {
    expect(parseRetryAfter("9".repeat(400), now)).toBe(Number.MAX_SAFE_INTEGER);
  });
});

describe("What an answer's headers say of when to come back", () => {
  const hour = 3_600_000;
  const at = (ms: number) => new Date(ms).toUTCString();
  const inThreeS = at(now + 3_000);

  it.each<[string, Record<string, string>, number, number | undefined]>([
    [
      "a date, by a device an hour behind",
      { date: at(now), "retry-after": inThreeS },
      -hour,
      3_000,
    ],
    ["a date, by a device an hour ahead", { date: at(now), "retry-after": inThreeS }, hour, 3_000],
    [
      "a date, by a device a year behind",
      { date: at(now), "retry-after": inThreeS },
      -8_760 * hour,
      3_000,
    ],
    ["a date, where the page may not read Date", { "retry-after": inThreeS }, 0, 3_000],
    ["a date, where Date is none", { date: "soon", "retry-after": inThreeS }, 0, 3_000],
    ["seconds, whatever the clocks say", { date: at(now), "retry-after": "3" }, hour, 3_000],
    ["milliseconds", { "retry-after-ms": "1500", "retry-after": "2" }, 0, 1_500],
    ["a part of a millisecond", { "retry-after-ms": "1500.5" }, 0, 1_500.5],
    ["milliseconds that are none", { "retry-after-ms": "-1", "retry-after": "2" }, 0, 2_000],
    [
      "milliseconds without an end",
      { "retry-after-ms": "9".repeat(400) },
      0,
      Number.MAX_SAFE_INTEGER,
    ],
    ["nothing", { date: at(now) }, 0, undefined],
  ])("%s", (_, headers, offMs, expected) => {
    vi.useFakeTimers({ toFake: ["Date"], now: now + offMs });
    expect(retryAfterFrom(new Headers(headers))).toBe(expected);
  });
});
