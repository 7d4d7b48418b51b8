import { describe, expect, it } from "vitest";
import { ApiError } from "../../src/error/api-error.ts";
import { isApiError } from "../../src/error/is-api-error.ts";

const gone = new ApiError({ code: "GONE", kind: "notFound", message: "" });

describe("isApiError", () => {
  it("sees an ApiError, and which code it has", () => {
    expect(isApiError(gone)).toBe(true);
    expect(isApiError(gone, "GONE")).toBe(true);
    expect(isApiError(gone, "OTHER", "GONE")).toBe(true);
    expect(isApiError(gone, "OTHER")).toBe(false);
  });

  it.each([
    ["null", null],
    ["undefined", undefined],
    ["a string", "ApiError"],
    ["an Error", new Error("ApiError")],
    ["an object with a code", { code: "GONE", kind: "notFound" }],
    ["another brand", { "~recourse": "Other" }],
    [
      "a value whose properties throw",
      new Proxy(
        {},
        {
          get: () => {
            throw new Error("no");
          },
        },
      ),
    ],
  ])("does not see one in %s", (_, value) => {
    expect(isApiError(value)).toBe(false);
  });

  it("survives a branded value whose code throws", () => {
    const branded = Object.defineProperty({ "~recourse": "ApiError" }, "code", {
      get: () => {
        throw new Error("no");
      },
    });
    expect(isApiError(branded, "GONE")).toBe(false);
  });
});
