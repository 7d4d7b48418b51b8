import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { toApiError } from "../../src/envelope/to-api-error.ts";
import { ApiError, amendApiError, copyApiError } from "../../src/error/api-error.ts";
import { isApiError } from "../../src/error/is-api-error.ts";

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

const json = {
  "~recourse": "ApiError",
  name: "ApiError",
  code: "C",
  kind: "network",
  message: "m",
};

describe("an ApiError", () => {
  it("is an Error that counts one attempt and knows when it was made", () => {
    const error = new ApiError({ code: "C", kind: "network", message: "m" });
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).toBe("ApiError: m");
    expect(error.attempts).toBe(1);
    expect(Math.abs(Date.now() - error.at)).toBeLessThan(60_000);
  });

  it("comes back from JSON with everything it knew", () => {
    const copy = ApiError.fromJSON(JSON.parse(JSON.stringify(expired())));
    expect(copy).toBeInstanceOf(ApiError);
    expect(copy.toJSON()).toEqual(expired().toJSON());
  });

  it("has its path for the app alone: no JSON, listing, clone or console holds the parameters", () => {
    const fields = { code: "C", kind: "notFound", message: "m", route: "GET /v1/x/{id}" } as const;
    const error = new ApiError({ ...fields, path: "/v1/x/hush?token=hush" });
    expect(error.path).toBe("/v1/x/hush");
    const copies = [copyApiError(error), amendApiError(copyApiError(error), { attempts: 2 })];
    for (const one of [error, ...copies]) {
      expect(one.path).toBe("/v1/x/hush");
      const listed = JSON.stringify([one, { ...one }, Object.entries(one), one.cause]);
      const cloned = JSON.stringify(toApiError(structuredClone(one)));
      expect(`${listed}${cloned}${inspect(one)}`).not.toContain("hush");
    }
  });

  it.each(["GET /v1/x?token=hush", "GET /v1/x#hush"])("holds no query of the route %j", (route) => {
    const error = new ApiError({ code: "C", kind: "notFound", message: "m", route });
    expect(error.toJSON().route).toBe("GET /v1/x");
  });

  it("is rebuilt from a structured clone, with what was amended since", () => {
    const error = amendApiError(expired(), { attempts: 3, retryStopped: "attempts" });
    expect(toApiError(structuredClone(error)).toJSON()).toEqual(error.toJSON());
    expect(toApiError(structuredClone(error)).attempts).toBe(3);
  });

  it.each([[null], [undefined], ["x"], [{ code: "X" }], [new Error("x")]])(
    "says what is wrong with JSON that is not its own: %j",
    (value) => {
      expect(() => ApiError.fromJSON(value)).toThrow(
        "ApiError.fromJSON needs what ApiError.toJSON() gave",
      );
    },
  );

  it("drops from JSON what is of the wrong type", () => {
    const hostile = {
      ...json,
      kind: "king",
      status: "404",
      requestId: "a\u202eb",
      retryAfterMs: Number.NaN,
      attempts: Number.POSITIVE_INFINITY,
      retryStopped: "never",
      retryAt: null,
      route: 1,
      details: [1],
      at: "now",
    };
    const error = ApiError.fromJSON(hostile);
    expect(error).toMatchObject({
      code: "C",
      kind: "unexpected",
      status: undefined,
      requestId: "ab",
      retryAfterMs: undefined,
      attempts: 1,
      retryStopped: undefined,
      retryAt: undefined,
      route: undefined,
      details: undefined,
    });
    expect(Number.isFinite(error.at)).toBe(true);
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
    ["xNEXT_", "xNEXT_"],
    ["REQ_01J2K", "REQ_01J2K"],
    ["ABCDEF", "ABCDEF"],
  ])("gives frameworks for request id %j the digest %j", (requestId, digest) => {
    const error = new ApiError({ code: "X", kind: "unexpected", message: "", requestId });
    expect(error.digest).toBe(digest);
  });

  it.each([
    "NEXT_REDIRECT",
    "req;1",
    "DYNAMIC_SERVER_USAGE",
    "ANY_WORDS",
    'REACT_ROUTER_ERROR:REDIRECT:{"status":302,"location":"https://evil.example"}',
    undefined,
  ])("has no digest at all for request id %j", (requestId) => {
    const error = new ApiError({ code: "X", kind: "unexpected", message: "", requestId });
    expect("digest" in error).toBe(false);
  });
});

describe("amending an ApiError", () => {
  it("leaves a cause of its own alone, another ApiError included", () => {
    const cause = expired();
    const error = new ApiError({ code: "C", kind: "network", message: "" }, { cause });
    expect(amendApiError(error, { attempts: 2 }).cause).toBe(cause);
    expect(error.attempts).toBe(2);
  });
});

const no = () => {
  throw new Error("no");
};
const hostile = new Proxy({}, { get: no, has: no, ownKeys: no, getPrototypeOf: no });
const cycle: Record<string, unknown> = {};
cycle["self"] = cycle;

describe("an ApiError made by hand", () => {
  /** As plain JavaScript may make one. */
  const untyped = (fields: object) =>
    new ApiError({ code: "X", kind: "conflict", message: "m", ...fields });

  it("holds texts where texts belong, whatever it is given", () => {
    const error = untyped({ code: 42, route: {}, method: null, path: ["/v1"], requestId: {} });
    expect(error).toMatchObject({ code: "UNEXPECTED_ERROR", kind: "conflict" });
    const { route, method, path, requestId } = error;
    expect([route, method, path, requestId]).toEqual(Array(4).fill(undefined));
  });

  it.each<[string, object]>([
    ["with a getter that throws", Object.defineProperty({}, "a", { get: no, enumerable: true })],
    ["that are a proxy, which throws at every question", hostile],
    ["that hold one", { a: hostile }],
    ["that hold themselves", cycle],
  ])("can be written down with details %s", (_, details) => {
    const error = untyped({ details });
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({ code: "X", kind: "conflict" });
    expect(toApiError(structuredClone(error))).toMatchObject({ code: "X", kind: "conflict" });
  });

  it("may have a cause that throws at every question", () => {
    const fields = { code: "X", kind: "conflict", message: "m" } as const;
    const error = new ApiError(fields, { cause: hostile });
    expect(amendApiError(error, { attempts: 2 }).toJSON()).toMatchObject({ attempts: 2 });
    expect(copyApiError(error).cause).toBe(hostile);
  });

  it("may have a whole number for a request id", () => {
    expect(untyped({ requestId: 81_234_567 }).requestId).toBe("81234567");
  });

  it("keeps what cannot be seen out of its request id", () => {
    expect(untyped({ requestId: "req\u202e_7\u0000" })).toMatchObject({
      requestId: "req_7",
      digest: "req_7",
    });
  });
});
