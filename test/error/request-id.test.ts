import { describe, expect, it } from "vitest";
import { parseRequestId } from "../../src/error/request-id.ts";

describe("a request id", () => {
  it.each([
    ["req_01J2K", "req_01J2K"],
    [" req_1\n", "req_1"],
    ["req\u0000_\u001b[31m1", "req_[31m1"],
    ["req\u202e1\u2066", "req1"],
    ["r\u200be\ufeffq\u00ad", "req"],
    ["req\u2028\u2029\u0085", "req"],
    ["req\u{e0041}", "req"],
    ["req\ud800", "req"],
    ["x".repeat(201), "x".repeat(200)],
    ["\u{1f511}".repeat(201), "\u{1f511}".repeat(200)],
    ["x".repeat(1_000_000), "x".repeat(200)],
    [`${"x".repeat(199)} y`, "x".repeat(199)],
  ])("of %j is shown as %j", (value, expected) => {
    expect(parseRequestId(value)).toBe(expected);
  });

  it.each([[""], [" "], ["\u202e\u200b"], [undefined], [null], [42], [{}], [["req_1"]]])(
    "is not made of %j",
    (value) => {
      expect(parseRequestId(value)).toBeUndefined();
    },
  );
});
