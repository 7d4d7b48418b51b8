import { expect, it } from "vitest";
import { withoutUndefined } from "../../src/error/without-undefined.ts";

it("drops what is undefined, and nothing else that counts as false", () => {
  const kept = withoutUndefined({ a: undefined, b: null, c: 0, d: "", e: false });

  expect(Object.entries(kept)).toEqual([
    ["b", null],
    ["c", 0],
    ["d", ""],
    ["e", false],
  ]);
});

it("leaves what it was given as it is, frozen too", () => {
  const given = Object.freeze({ maxAttempts: undefined, baseDelayMs: 5 });

  expect(Object.keys(withoutUndefined(given))).toEqual(["baseDelayMs"]);
  expect(Object.keys(given)).toEqual(["maxAttempts", "baseDelayMs"]);
});
