import { describe, expect, it } from "vitest";
import { toErrorDetails } from "../../src/envelope/error-details.ts";

/** An object in an object, so many times. */
const nested = (levels: number): object => (levels === 0 ? {} : { inner: nested(levels - 1) });

describe("an error's details", () => {
  it("are what was told, without what is undefined", () => {
    expect(toErrorDetails({ field: "name", limits: [1, null], gone: undefined })).toEqual({
      field: "name",
      limits: [1, null],
    });
  });

  it.each([[undefined], [{}], [{ gone: undefined }]])("are none for %j", (details) => {
    expect(toErrorDetails(details)).toBeUndefined();
  });

  it("lose what is nested deeper than 16 levels", () => {
    expect(Object.keys(toErrorDetails({ fits: nested(15), deep: nested(16) }) ?? {})).toEqual([
      "fits",
    ]);
  });

  it.each([
    ["1e999", JSON.parse("1e999")],
    ["NaN", Number.NaN],
    ["a bigint", 1n],
    ["1e999 further in", JSON.parse('{"at":[1e999]}')],
  ])("lose what JSON cannot carry: %s", (_, value) => {
    expect(toErrorDetails({ fits: 1, value })).toEqual({ fits: 1 });
  });

  it("hold no prototype", () => {
    expect(toErrorDetails(JSON.parse('{"__proto__":{"a":1},"b":2}'))).toEqual({ b: 2 });
  });
});
