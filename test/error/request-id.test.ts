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
    ["req\u3164_1", "req_1"],
    ["r\ufe0fe\u{e0100}q\u034f\u115f_1", "req_1"],
    ["req\u2800_1", "req_1"],
    ["re\u0301q\u20dd_1", "req_1"],
    [`req${"\u0335".repeat(126)}`, "req"],
    ["x".repeat(201), "x".repeat(200)],
    ["\u{1f511}".repeat(201), "\u{1f511}".repeat(200)],
    ["x".repeat(1_000_000), "x".repeat(200)],
    [`${"x".repeat(199)} y`, "x".repeat(199)],
    [81_234_567, "81234567"],
    [Number.MAX_SAFE_INTEGER, "9007199254740991"],
  ])("of %j is shown as %j", (value, expected) => {
    expect(parseRequestId(value)).toBe(expected);
  });

  it.each([
    ["nothing", ""],
    ["a space", " "],
    ["bidirectional and zero-width characters", "\u202e\u200b"],
    ["the Hangul filler", "\u3164"],
    ["its half-width sibling and a space", "\uffa0 \uffa0"],
    ["variation selectors", "\ufe0f\u{e0100}"],
    ["empty Braille", "\u2800\u2800"],
    ["combining marks", "\u0301\u0489"],
    ["control characters", "\u001b\u0000"],
    ["undefined", undefined],
    ["null", null],
    ["a fraction", 4.5],
    ["a number that JavaScript cannot hold exactly", 2 ** 53],
    ["NaN", Number.NaN],
    ["a bigint", 1n],
    ["a boolean", true],
    ["an object", {}],
    ["a list", ["req_1"]],
  ])("is not made of %s", (_, value) => {
    expect(parseRequestId(value)).toBeUndefined();
  });
});
