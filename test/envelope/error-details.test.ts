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

  it("hold no prototype", () => {
    expect(toErrorDetails(JSON.parse('{"__proto__":{"a":1},"b":2}'))).toEqual({ b: 2 });
  });
});
