import { describe, expect, it } from "vitest";
import { ApiError } from "../../src/error/api-error.ts";
import { isApiError } from "../../src/error/is-api-error.ts";
import { matchError } from "../../src/error/match-error.ts";
import { toApiError } from "../../src/error/to-api-error.ts";

const expired = () =>
  new ApiError({
    code: "SESSION_EXPIRED",
    kind: "notFound",
    message: "past its window",
    status: 404,
    requestId: "req_01",
    route: "GET /v1/sessions/{sessionId}",
    details: { idleMinutes: 30 },
    at: 5,
  });

describe("an ApiError", () => {
  it("comes back from JSON with everything it knew", () => {
    const copy = ApiError.fromJSON(JSON.parse(JSON.stringify(expired())));
    expect(copy).toBeInstanceOf(ApiError);
    expect(copy.toJSON()).toEqual(expired().toJSON());
  });

  it("is rebuilt from a structured clone", () => {
    expect(toApiError(structuredClone(expired())).toJSON()).toEqual(expired().toJSON());
  });

  it("says what is wrong with JSON that is not its own", () => {
    expect(() => ApiError.fromJSON({ code: "X" })).toThrow(
      "ApiError.fromJSON needs what ApiError.toJSON() gave",
    );
  });

  it("is recognised when it comes from another copy of the kit", () => {
    const foreign: unknown = Object.assign(new Error("x"), {
      "~recourse": "ApiError",
      code: "UNAUTHORIZED",
    });
    expect(isApiError(foreign, "UNAUTHORIZED")).toBe(true);
    expect(isApiError(foreign, "SESSION_EXPIRED")).toBe(false);
  });

  it.each([
    ["req_01", "req_01"],
    ["NEXT_REDIRECT", undefined],
    ["req;1", undefined],
  ])("gives frameworks for request id %j the digest %j", (requestId, digest) => {
    const error = new ApiError({ code: "X", kind: "unexpected", message: "", requestId });
    expect(error.digest).toBe(digest);
  });
});

describe("toApiError", () => {
  const hostile = new Proxy(
    {},
    {
      get() {
        throw new Error("no");
      },
    },
  );

  it.each([
    { what: "null", thrown: null },
    { what: "undefined", thrown: undefined },
    { what: "an empty string", thrown: "" },
    { what: "zero", thrown: 0 },
    { what: "a symbol", thrown: Symbol("s") },
    { what: "a function", thrown: () => 1 },
    { what: "an Error", thrown: new Error("e") },
  ])("takes $what as unexpected and keeps it as cause", ({ thrown }) => {
    const error = toApiError(thrown);
    expect(error.code).toBe("UNEXPECTED_ERROR");
    expect(error.cause).toBe(thrown);
  });

  it("survives a value whose every property throws", () => {
    expect(toApiError(hostile).code).toBe("UNEXPECTED_ERROR");
  });

  it("sees an abort in an AbortError", () => {
    expect(toApiError(new DOMException("x", "AbortError")).kind).toBe("aborted");
  });
});

describe("matchError", () => {
  it("asks the code first, then the kind, then the rest", () => {
    const rest = { _: () => "rest" };
    expect(
      matchError(expired(), { SESSION_EXPIRED: () => "code", notFound: () => "kind", ...rest }),
    ).toBe("code");
    expect(matchError(expired(), { notFound: () => "kind", ...rest })).toBe("kind");
    expect(matchError(expired(), rest)).toBe("rest");
  });

  it("is not led astray by a code that names an object's own machinery", () => {
    const error = new ApiError({ code: "constructor", kind: "network", message: "" });
    expect(matchError(error, { _: () => "rest" })).toBe("rest");
  });
});
