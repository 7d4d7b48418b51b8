import { CancelledError } from "@tanstack/react-query";
import { describe, expect, it, vi } from "vitest";
import type { ReadError } from "../../src/envelope/error-from-response.ts";
import { createErrorReader } from "../../src/envelope/error-reader.ts";
import { noteKnownError } from "../../src/envelope/known-errors.ts";
import { toApiError } from "../../src/envelope/to-api-error.ts";
import { ApiError } from "../../src/error/api-error.ts";
import { readProperty } from "../../src/error/read-property.ts";
import { guide } from "../../src/guidance/guide.ts";
import { expectHarmless } from "../fetcher/expect-harmless.ts";

const withDigest = (digest: unknown) => Object.assign(new Error("hidden"), { digest });

describe("what a framework hands to its error page", () => {
  it("takes the digest that Next let through for the request id, as an ApiError's is", () => {
    const { digest } = new ApiError({
      code: "X",
      kind: "notFound",
      message: "",
      requestId: "req_7",
    });
    expect(toApiError(withDigest(digest))).toMatchObject({
      code: "UNKNOWN",
      kind: "serverError",
      requestId: "req_7",
    });
  });

  it.each(["req_7", "2883409102", "2883409102@E394"])(
    "does not blame the page for what a server hides behind the digest %j",
    (digest) => {
      expect(guide(toApiError(withDigest(digest))).title).toBe("Something broke on our side");
    },
  );

  it("says no more than before of a digest that says nothing", () => {
    expect(toApiError(withDigest(" "))).toMatchObject({ code: "UNEXPECTED_ERROR" });
  });

  it.each([
    "2883409102",
    "2883409102@E394",
    "NEXT_REDIRECT;replace;/login;307;",
    "",
    " ",
    42,
    null,
  ])("takes no request id from the digest %j", (digest) => {
    expect(toApiError(withDigest(digest)).requestId).toBeUndefined();
  });

  it("keeps the digest's invisible characters out of the request id", () => {
    expect(toApiError(withDigest("req\u202e_7\u0000")).requestId).toBe("req_7");
  });

  it("gives an ApiError back as it is", () => {
    const error = new ApiError({ code: "X", kind: "notFound", message: "", requestId: "req_7" });
    expect(toApiError(error)).toBe(error);
  });

  it.each([
    { status: Number.NaN, statusText: "", internal: false, data: null },
    { status: 200, statusText: "", internal: false, data: { error: null } },
    { status: -1, statusText: "", internal: true, data: new Error("no route") },
  ])("calls the status of %j an invalid response", (thrown) => {
    expect(toApiError(thrown)).toMatchObject({
      code: "INVALID_RESPONSE",
      kind: "invalidResponse",
    });
  });

  it("takes an answer that plays the page's own abort for the failure that its status says", () => {
    const data = { "~recourse": "ApiError", kind: "aborted", code: "ABORT_ERROR", requestId: "r" };
    const thrown = { status: 500, statusText: "", internal: false, data };
    expect(toApiError(thrown)).toMatchObject({ kind: "serverError", status: 500 });
    const network = { ...data, kind: "network", code: "NETWORK_ERROR" };
    expect(toApiError({ ...thrown, data: network }).kind).toBe("network");
    expect(toApiError({ ...thrown, status: 200 }).kind).toBe("aborted");
  });
});

const failure = (code = "X") => new ApiError({ code, kind: "conflict", message: "m" });
const no = () => {
  throw new Error("no");
};

/** A proxy of which these questions throw. */
const hostile = (target: object, ...traps: (keyof ProxyHandler<object>)[]) =>
  new Proxy(target, Object.fromEntries(traps.map((trap) => [trap, no])));

describe("an error that an API of the kit's has made already", () => {
  const error = failure();
  const carrier = () => {
    const held = {};
    noteKnownError(held, error);
    return held;
  };

  it.each<[string, () => unknown]>([
    ["itself", () => error],
    ["in a cause", () => new Error("Not saved", { cause: error })],
    ["in a cause of a cause", () => new Error("a", { cause: new Error("b", { cause: error }) })],
    ["in an AggregateError", () => new AggregateError([error, failure("Y")])],
    ["in Apollo's and urql's networkError", () => withMember("networkError", error)],
    ["under what was thrown", carrier],
    ["under a response", () => withMember("response", carrier())],
    ["under a request", () => withMember("request", carrier())],
    ["under an answer's request", () => ({ status: 404, request: carrier() })],
    [
      "under an axios error's response's request",
      () => withMember("response", { request: carrier() }),
    ],
    ["under tRPC's response", () => withMember("meta", { response: carrier() })],
    [
      "under the response of a cause",
      () => new Error("a", { cause: withMember("response", carrier()) }),
    ],
  ])("is found %s", (_, thrown) => {
    expect(toApiError(thrown())).toBe(error);
  });

  it("is found before the shape is read", () => {
    const thrown = withMember("response", Object.assign(carrier(), { status: 500, data: {} }));
    expect(toApiError(thrown)).toBe(error);
  });

  it("is found once it is known, though its answer has been read before", () => {
    const thrown = withMember("response", { status: 500 });
    expect(toApiError(thrown).kind).toBe("serverError");
    noteKnownError(thrown.response, error);
    expect(toApiError(thrown)).toBe(error);
  });

  it("is the nearest", () => {
    const nearest = failure("NEAR");
    expect(toApiError(new Error("a", { cause: withMember("cause", nearest) }))).toBe(nearest);
    expect(toApiError(new Error("a", { cause: nearest })).cause).not.toBe(error);
  });

  it("is not looked for in data, which may be a server's", () => {
    const data = JSON.parse(JSON.stringify({ message: "m", data: { cause: error } }));
    expect(toApiError({ ...data, cause: { cause: error.toJSON() } }).code).toBe("UNKNOWN");
  });

  it("is found in a clone of what held it", () => {
    const thrown = new Error("Not saved", { cause: failure("CLONED") });
    expect(toApiError(structuredClone(thrown)).code).toBe("CLONED");
  });

  it("is not found where causes go round in a circle, or have no end", () => {
    const circle = new Error("circle");
    circle.cause = new Error("back", { cause: circle });
    expect(toApiError(circle).code).toBe("UNEXPECTED_ERROR");
    const endless: Error = new Proxy(new Error("endless"), {
      get: (target, key) =>
        key === "cause" ? new Error("m", { cause: endless }) : Reflect.get(target, key),
    });
    expect(toApiError(endless).code).toBe("UNEXPECTED_ERROR");
  });
});

const withMember = <Name extends string, Member>(name: Name, member: Member) =>
  Object.assign(new Error("m"), { [name]: member }) as Error & Record<Name, Member>;

describe("what ended without an answer", () => {
  const aborted = () => new DOMException("x", "AbortError");

  it.each<[string, unknown, string]>([
    ["fetch's own TypeError", new TypeError("Failed to fetch"), "NETWORK_ERROR"],
    ["a socket's code", withMember("code", "ECONNRESET"), "NETWORK_ERROR"],
    [
      "fetch's TypeError in the app's own words",
      new Error("No list", { cause: new TypeError("Load failed") }),
      "NETWORK_ERROR",
    ],
    [
      "a time limit in the app's own words",
      new Error("No list", { cause: new DOMException("x", "TimeoutError") }),
      "TIMEOUT",
    ],
    [
      "a library's error about an abort",
      Object.assign(new Error("m", { cause: aborted() }), { name: "FetchError" }),
      "ABORT_ERROR",
    ],
    ["TanStack Query's CancelledError", new CancelledError(), "ABORT_ERROR"],
    [
      "what an axios error says of a page that is left",
      Object.assign(new Error("Request aborted"), { isAxiosError: true, code: "ECONNABORTED" }),
      "NETWORK_ERROR",
    ],
    ["a socket of Node that took too long", withMember("code", "ETIMEDOUT"), "NETWORK_ERROR"],
    [
      "an abort in the app's own words, which is told",
      new Error("Not saved", { cause: aborted() }),
      "UNEXPECTED_ERROR",
    ],
    [
      "data that is spelt like an abort",
      { name: "AbortError", code: "ERR_CANCELED" },
      "ERR_CANCELED",
    ],
    ["an answer that is spelt like an abort", { name: "AbortError", status: 500 }, "UNKNOWN"],
    ["a code of the app's own", withMember("code", "EMAIL_NOT_VERIFIED"), "UNEXPECTED_ERROR"],
    ["a slip", new TypeError("x is not a function"), "UNEXPECTED_ERROR"],
    [
      "a part of the page that is gone",
      new TypeError("Failed to fetch dynamically imported module: /a.js"),
      "OUTDATED_PAGE",
    ],
  ])("is told of %s", (_, thrown, code) => {
    expect(toApiError(thrown).code).toBe(code);
  });

  it("keeps the app's own words and the address without its query", () => {
    const url = "https://api.example/v1/sessions/ses_a1?key=tok_hush";
    const thrown = Object.assign(new Error(`[GET] "${url}": bad parser`), { request: url });
    expect(toApiError(thrown)).toMatchObject({
      code: "UNEXPECTED_ERROR",
      message: '[GET] "GET /v1/sessions/{}": bad parser',
      route: "GET /v1/sessions/{}",
    });
  });
});

describe("an address", () => {
  const routeOf = (config: object) => toApiError(withMember("config", config)).route;

  it.each<[string, object, string | undefined]>([
    [
      "with a base",
      { method: "get", baseURL: "https://api.example/v1/", url: "/a/7" },
      "GET /v1/a/{}",
    ],
    ["with a base that is a path", { method: "get", baseURL: "/api", url: "a" }, "GET /api/a"],
    [
      "of its own beside a base",
      { method: "put", baseURL: "https://x.example", url: "//y.example/b?c#d" },
      "PUT /b",
    ],
    ["without a method", { url: "/a/b" }, "/a/b"],
    ["that is none", { method: "get", url: "http://[" }, undefined],
    ["that is a mail's", { method: "get", url: "mailto:a@b.example" }, undefined],
    ["that is longer than any", { method: "get", url: `/${"a".repeat(9_000)}` }, undefined],
    ["with a method that is none", { method: "GET /x", url: "/a" }, "/a"],
    ["with spaces and brackets", { method: "get", url: "/a b/{c}" }, "GET /{}/{}"],
  ])("%s", (_, config, route) => {
    expect(routeOf(config)).toBe(route);
  });
});

describe("a hostile value", () => {
  const big = "x".repeat(10_000_000);
  const { proxy: revoked, revoke } = Proxy.revocable({}, {});
  revoke();
  const getters = Object.defineProperties(
    new Error("m"),
    Object.fromEntries(
      ["response", "request", "config", "data", "meta", "cause", "status", "code", "errors"].map(
        (name) => [name, { get: no, enumerable: true }],
      ),
    ),
  );
  const endlessHeaders = {
    *[Symbol.iterator]() {
      for (;;) yield ["x-request-id", "req_a"];
    },
  };
  const circle: Record<string, unknown> = { message: "m" };
  circle["self"] = circle;

  it.each<[string, unknown, Partial<ApiError>]>([
    ["with getters that throw", getters, { code: "UNEXPECTED_ERROR" }],
    [
      "that is a proxy",
      hostile({}, "get", "getPrototypeOf", "ownKeys", "has"),
      { code: "UNEXPECTED_ERROR" },
    ],
    ["that is a proxy of an error", hostile(new Error("m"), "get"), { code: "UNEXPECTED_ERROR" }],
    ["that is a revoked proxy", revoked, { code: "UNEXPECTED_ERROR" }],
    [
      "whose response is a revoked proxy",
      withMember("response", revoked),
      { code: "UNEXPECTED_ERROR" },
    ],
    [
      "whose response is a function",
      withMember("response", () => ({ status: 404 })),
      { code: "UNEXPECTED_ERROR" },
    ],
    ["whose response is a list", withMember("response", [404]), { code: "UNEXPECTED_ERROR" }],
    [
      "whose status is a text",
      withMember("status", "404"),
      { code: "UNEXPECTED_ERROR", status: undefined },
    ],
    ["whose status is no number", withMember("status", Number.NaN), { code: "UNEXPECTED_ERROR" }],
    ["whose status is half a number", withMember("status", 404.5), { code: "UNEXPECTED_ERROR" }],
    ["whose status is a success", withMember("status", 200), { code: "UNEXPECTED_ERROR" }],
    ["whose status is a list", withMember("status", [404]), { code: "UNEXPECTED_ERROR" }],
    [
      "whose headers have no end",
      withMember("response", { status: 500, headers: endlessHeaders }),
      { requestId: "req_a" },
    ],
    [
      "whose headers throw",
      withMember("response", { status: 500, headers: revoked }),
      { status: 500, requestId: undefined },
    ],
    [
      "whose headers are none",
      withMember("response", { status: 500, headers: { "a b": "c", "x-request-id": "r\n" } }),
      { status: 500 },
    ],
    [
      "whose body throws",
      withMember("response", { status: 500, data: hostile({}, "ownKeys") }),
      { code: "UNKNOWN", status: 500 },
    ],
    [
      "whose body holds itself",
      withMember("response", { status: 500, data: circle }),
      { code: "UNKNOWN", status: 500 },
    ],
    ["that is a body that holds itself", circle, { code: "UNEXPECTED_ERROR", message: "m" }],
    [
      "whose body is too long",
      withMember("response", { status: 500, data: { code: "C", message: big } }),
      { code: "UNKNOWN" },
    ],
    [
      "whose body is too long a text",
      withMember("response", { status: 500, data: big }),
      { code: "UNKNOWN" },
    ],
    [
      "whose body plays a prototype",
      withMember("response", { status: 500, data: '{"__proto__":{"code":"C"},"a":1}' }),
      { code: "UNKNOWN", details: { a: 1 } },
    ],
    [
      "whose code forges a log line",
      Object.assign(new Error("m"), { status: 409, code: "X status=200" }),
      { code: "UNKNOWN", details: { code: "X status=200" } },
    ],
    [
      "whose id is invisible",
      Object.assign(new Error("m"), { status: 409, requestId: "\u3164" }),
      { requestId: undefined },
    ],
    [
      "whose route is forged",
      withMember("config", { method: "GET", url: "/a\nb c=d" }),
      { route: "GET /{}" },
    ],
    [
      "that was sent a million times",
      Object.assign(new Error("m"), { status: 500, retries: 1e300 }),
      { attempts: 1 },
    ],
    ["with a text of 10 MB", big, { code: "UNEXPECTED_ERROR" }],
    ["with a message of 10 MB", new Error(big), { code: "UNEXPECTED_ERROR" }],
    ["that is a list of numbers", [1, 2], { code: "UNEXPECTED_ERROR" }],
    ["that is an empty list", [], { code: "UNEXPECTED_ERROR" }],
    ["that is no error's body", { foo: 1 }, { code: "UNEXPECTED_ERROR" }],
    ["that is another object", new Map([["status", 404]]), { code: "UNEXPECTED_ERROR" }],
    [
      "that plays the kit's own",
      { "~recourse": "ApiError", kind: "aborted", status: 500 },
      { kind: "serverError" },
    ],
    [
      "whose body plays the kit's own",
      withMember("response", {
        status: 500,
        data: { "~recourse": "ApiError", kind: "aborted", code: "ABORT_ERROR" },
      }),
      { kind: "serverError", code: "ABORT_ERROR" },
    ],
  ])("%s is survived", (_, thrown, is) => {
    const error = toApiError(thrown);
    expect(error).toMatchObject(is);
    expectHarmless(error);
    expect(error.message.length).toBeLessThanOrEqual(64 * 1_024);
  });
});

describe("an object", () => {
  it.each<[string, unknown]>([
    ["an Error", new Error("m")],
    ["a frozen Error", Object.freeze(new Error("m"))],
    ["a plain object", { message: "m" }],
    ["a copy of an ApiError", failure().toJSON()],
    ["a function", () => 1],
    ["a proxy that throws at every question", hostile({}, "get", "getPrototypeOf", "has")],
  ])("that is %s gives the same error each time", (_, thrown) => {
    expect(toApiError(thrown)).toBe(toApiError(thrown));
  });

  it("that is another one gives another, equal or not", () => {
    expect(toApiError(new Error("m"))).not.toBe(toApiError(new Error("m")));
  });
});

describe("a reader with a readError of its own", () => {
  const readError: ReadError = ({ body, status }) =>
    readProperty(body, "fault") === undefined
      ? undefined
      : { code: `FAULT_${String(readProperty(body, "fault"))}`, message: `At ${status}.` };

  it("asks it for answers, whoever got them, and for bodies that were thrown by themselves", () => {
    const read = createErrorReader({ readError });
    const data = { fault: 7 };
    expect(read(withMember("response", { status: 409, data }))).toMatchObject({
      code: "FAULT_7",
      kind: "conflict",
      message: "At 409.",
    });
    expect(read(data)).toMatchObject({ code: "FAULT_7", kind: "unexpected", message: "At 0." });
    expect(read(withMember("response", { status: 200, data })).kind).toBe("clientError");
    expect(read({ foo: 1 }).code).toBe("UNEXPECTED_ERROR");
  });

  it("gives it the body as text too, and the headers as the platform has them", () => {
    const asked = vi.fn<ReadError>();
    const read = createErrorReader({ readError: asked });
    read(withMember("response", { status: 409, data: '{"a":1}', headers: { "X-A": "b" } }));
    const [[answer] = []] = asked.mock.calls;
    expect(answer).toMatchObject({ status: 409, body: { a: 1 }, text: '{"a":1}' });
    expect(answer?.headers.get("x-a")).toBe("b");
  });

  it("reads on without it where it throws, and says so once", () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const read = createErrorReader({ readError: no });
    const thrown = () => withMember("response", { status: 409, data: { code: "C" } });
    expect([read(thrown()).code, read(thrown()).code]).toEqual(["C", "C"]);
    expect(warn).toHaveBeenCalledExactlyOnceWith(
      "[react-recourse] readError threw at a 409, which is read without it:",
      expect.any(Error),
    );
  });

  it("remembers by itself, and leaves to others what they remember", () => {
    const read = createErrorReader({ readError });
    const thrown = withMember("response", { status: 409, data: { fault: 7 } });
    expect(toApiError(thrown).code).toBe("UNKNOWN");
    expect(read(thrown).code).toBe("FAULT_7");
    expect(read(thrown)).toBe(read(thrown));
    expect(toApiError(thrown).code).toBe("UNKNOWN");
  });

  it("leaves alone what an API of the kit's has read", () => {
    const error = failure();
    const thrown = withMember("response", { status: 409, data: { fault: 7 } });
    noteKnownError(thrown.response, error);
    expect(createErrorReader({ readError })(thrown)).toBe(error);
  });

  it("takes ids from headers of its own", () => {
    const read = createErrorReader({ requestIdHeaders: ["cf-ray"] });
    const thrown = withMember("response", { status: 409, headers: { "cf-ray": "ray_1" } });
    expect(read(thrown).requestId).toBe("ray_1");
  });
});

it("an error's own answer comes before the ApiError that caused it, which is another call's", () => {
  const cause = new ApiError({
    code: "OLD",
    kind: "unauthorized",
    status: 401,
    message: "",
    requestId: "req_old",
  });
  const data = { error: { code: "NEW", message: "m", requestId: "req_new" } };
  const thrown = Object.assign(new Error("failed", { cause }), {
    response: { status: 409, headers: {}, data },
  });
  expect(toApiError(thrown)).toMatchObject({ code: "NEW", status: 409, requestId: "req_new" });
  expect(toApiError(new Error("wrapped", { cause }))).toBe(cause);
});

describe("a body that was thrown by itself", () => {
  it.each(["error", "errors", "detail", "details", "fields", "issues", "violations"])(
    "is an error's where it has nothing but a list of faults as %j",
    (name) => {
      const body = { [name]: [{ at: "name" }] };
      expect(toApiError(body)).toMatchObject({ code: "UNKNOWN", details: body });
      expect(toApiError({ others: [{ at: "name" }] }).code).toBe("UNEXPECTED_ERROR");
    },
  );
});
