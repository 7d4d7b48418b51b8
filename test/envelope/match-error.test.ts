import { describe, expect, it } from "vitest";
import { matchError } from "../../src/envelope/match-error.ts";
import { ApiError } from "../../src/error/api-error.ts";

const gone = new ApiError({ code: "SESSION_EXPIRED", kind: "notFound", message: "" });
const rest = { _: () => "rest" };

describe("matchError", () => {
  it("asks the code first, then the kind, then the rest", () => {
    expect(
      matchError(gone, { SESSION_EXPIRED: () => "code", notFound: () => "kind", ...rest }),
    ).toBe("code");
    expect(matchError(gone, { notFound: () => "kind", ...rest })).toBe("kind");
    expect(matchError(gone, rest)).toBe("rest");
  });

  it("hands the error to its handler, and takes any thrown value", () => {
    expect(matchError(gone, { _: (error) => error })).toBe(gone);
    expect(matchError(null, { unexpected: (error) => error.code, _: () => "rest" })).toBe(
      "UNEXPECTED_ERROR",
    );
  });

  it("reads what another client threw", () => {
    const thrown = Object.assign(new Error("m"), { response: { status: 429 } });
    expect(matchError(thrown, { rateLimited: ({ status }) => `status ${status}`, ...rest })).toBe(
      "status 429",
    );
  });

  it.each(["constructor", "toString", "__proto__", "hasOwnProperty", "notFound", "_"])(
    "is not led astray by the code %j",
    (code) => {
      const error = new ApiError({ code, kind: "network", message: "" });
      expect(matchError(error, { notFound: () => "kind", ...rest })).toBe("rest");
    },
  );

  it("says which handler is missing to callers without types", () => {
    expect(() => Reflect.apply(matchError, undefined, [gone, {}])).toThrow(
      new TypeError(
        'matchError needs a handler for "SESSION_EXPIRED", its kind "notFound", or "_": got none',
      ),
    );
  });

  it.each([
    [undefined, "undefined"],
    [null, "null"],
    ["SESSION_EXPIRED", '"SESSION_EXPIRED"'],
    [() => 1, "[object Function]"],
  ])("refuses %o for handlers", (handlers, got) => {
    expect(() => Reflect.apply(matchError, undefined, [new Error("e"), handlers])).toThrow(
      new TypeError(
        `matchError must be given handlers, such as { SESSION_EXPIRED: () => 1, _: () => 2 }: got ${got}`,
      ),
    );
  });
});
