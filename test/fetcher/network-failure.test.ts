import { runInNewContext } from "node:vm";
import { describe, expect, it, vi } from "vitest";
import { ApiError } from "../../src/error/api-error.ts";
import { createApi } from "../../src/fetcher/create-api.ts";
import { failureOf, quietApi } from "./fake-fetch.ts";

const foreign = (code: string): unknown => runInNewContext(code);
const hostile = new Proxy(
  {},
  {
    get: () => {
      throw new Error("no");
    },
  },
);
const branded = new Proxy(
  { "~recourse": "ApiError" },
  {
    getPrototypeOf: () => {
      throw new Error("no");
    },
  },
);
const { proxy: revoked, revoke } = Proxy.revocable({}, {});
revoke();

const failing = (thrown: unknown) =>
  failureOf(quietApi(() => Promise.reject(thrown), { retry: false }).request("GET /v1/x"));

const coded = (code: string) => Object.assign(new Error("x"), { code });

describe("a fetch that rejects", () => {
  it.each<[string, unknown]>([
    ["a TypeError", new TypeError("Failed to fetch")],
    ["a TypeError of another realm", foreign("new TypeError('Failed to fetch')")],
    ["a DOMException", new DOMException("lost", "NetworkError")],
    ["an abort that is not the caller's", new DOMException("x", "AbortError")],
    ["node-fetch's abort", Object.assign(new Error("x"), { name: "AbortError" })],
    ["a socket error of Node", Object.assign(new Error("x"), { code: "ECONNRESET" })],
    [
      "a stream error of Node",
      Object.assign(new Error("x"), { code: "ERR_STREAM_PREMATURE_CLOSE" }),
    ],
    ["an error of undici", Object.assign(new Error("x"), { code: "UND_ERR_SOCKET" })],
  ])("with %s is a network failure with that cause", async (_, thrown) => {
    const error = await failing(thrown);
    expect(error).toMatchObject({ code: "NETWORK_ERROR", kind: "network", route: "GET /v1/x" });
    expect(error.cause).toBe(thrown);
  });

  it.each<[string, unknown]>([
    ["another error", new RangeError("bug")],
    ["null", null],
    ["a string", "no"],
    ["a value whose properties throw", hostile],
    ["a branded value that throws at instanceof", branded],
    ["a revoked proxy", revoked],
    ["a storage that refuses", new DOMException("denied", "SecurityError")],
    ["a storage that is full", new DOMException("full", "QuotaExceededError")],
    ["a code that begins with E", coded("EMAIL_NOT_VERIFIED")],
    ["a code that begins with ERR", coded("ERR_JWT_EXPIRED")],
    ["a code of a file", coded("ENOENT")],
    ["an error that is only called so", Object.assign(new Error("x"), { name: "NetworkError" })],
  ])("with %s is unexpected, and not retried", async (_, thrown) => {
    const error = await failing(thrown);
    expect(error).toMatchObject({ code: "UNEXPECTED_ERROR", retryStopped: "notRetryable" });
    expect(error.cause === thrown).toBe(true);
  });

  it("with an error of the kit's own gives a new one, for the next call may throw the same", async () => {
    const thrown = Object.freeze(
      new ApiError({ code: "BLOCKED", kind: "forbidden", message: "", status: 403 }),
    );
    const error = await failing(thrown);
    expect(error).not.toBe(thrown);
    expect(error).toMatchObject({ code: "BLOCKED", status: 403, route: "GET /v1/x" });
  });

  it("with somebody else's abort as the kit tells of it is no silence either", async () => {
    const thrown = new ApiError({ code: "ABORT_ERROR", kind: "aborted", message: "" });
    expect(await failing(thrown)).toMatchObject({ code: "NETWORK_ERROR", cause: thrown });
  });

  it("before it returns a promise is a failure all the same", async () => {
    const api = quietApi(
      () => {
        throw new TypeError("Failed to fetch");
      },
      { retry: false },
    );
    expect((await failureOf(api.request("GET /v1/x"))).code).toBe("NETWORK_ERROR");
  });
});

describe("a fetch of another realm", () => {
  it("may break its body with an error of that realm", async () => {
    const reason = foreign("new TypeError('terminated')");
    const body = new ReadableStream({ start: (controller) => controller.error(reason) });
    const api = quietApi(async () => new Response(body), { retry: false });
    expect((await failureOf(api.request("GET /v1/x"))).code).toBe("NETWORK_ERROR");
  });
});

const given = (thrown: unknown) => quietApi(() => Promise.reject(thrown));

describe("a fetch that the app gave", () => {
  it.each([
    ["V8", "Cannot read properties of null (reading 'trim')"],
    ["V8", "Cannot destructure property 'a' of 'b' as it is undefined."],
    ["V8", "headers.get is not a function"],
    ["V8", "Failed to execute 'append' on 'Headers': Invalid name"],
    ["V8", "Failed to construct 'URL': Invalid URL"],
    ["V8", "Converting circular structure to JSON\n    --> starting at object"],
    ["V8", "Invalid value used as weak map key"],
    ["V8", "Method Map.prototype.get called on incompatible receiver #<Object>"],
    ["V8", "Object.defineProperty called on non-object"],
    ["Node", "Invalid URL"],
    ["Node", "Failed to parse URL from /v1/x"],
    ["Node", 'Headers.append: "a b" is an invalid header name.'],
    ["Node", "Request with GET/HEAD method cannot have body."],
    ["Node", "RequestInit: duplex option is required when sending a body."],
    ["Node", "Body is unusable: Body has already been read"],
    ["Firefox", "Response.text: Body has already been consumed."],
    ["Firefox", "Window.fetch: HEAD or GET Request cannot have a body."],
    ["Safari", "Body is disturbed or locked"],
    ["Firefox", 'can\'t access property "trim", r is null'],
    ["Firefox", "token is undefined"],
    ["Firefox", "nowhere is not a valid URL."],
    ["Safari", "null is not an object (evaluating 'r.trim')"],
    ["Safari", "r.trim is not a function. (In 'r.trim()', 'r.trim' is undefined)"],
    ["Safari", '"nowhere" cannot be parsed as a URL.'],
    ["Hermes", "undefined is not a function (near '...r.trim...')"],
  ])("and that slips in %s is sent once, as an unexpected error: %s", async (_, message) => {
    const cause = new TypeError(message);
    const onError = vi.fn();
    const fetch = vi.fn(() => Promise.reject(cause));
    const error = await failureOf(quietApi(fetch, { onError }).request("GET /v1/x"));
    expect(error).toMatchObject({ code: "UNEXPECTED_ERROR", retryStopped: "notRetryable", cause });
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(onError).toHaveBeenCalledTimes(1);
  });

  it.each([
    "Failed to fetch",
    "Failed to fetch (api.example.com)",
    "Load failed",
    "NetworkError when attempting to fetch resource.",
    "fetch failed",
    "La connexion réseau a été perdue.",
  ])("says no more than that nothing came: %s", async (message) => {
    const error = await failureOf(given(new TypeError(message)).request("POST /v1/x"));
    expect(error).toMatchObject({ code: "NETWORK_ERROR", retryStopped: "unsafeMethod" });
  });

  it("and that slips in a module of Node's is sent once, as an unexpected error", async () => {
    const cause = Object.assign(new TypeError('The "key" argument must be of type string.'), {
      code: "ERR_INVALID_ARG_TYPE",
    });
    const fetch = vi.fn(() => Promise.reject(cause));
    const error = await failureOf(quietApi(fetch).request("GET /v1/x"));
    expect(error).toMatchObject({ code: "UNEXPECTED_ERROR", cause });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it("may read an answer before the kit does, by mistake", async () => {
    const fetch = vi.fn(async () => {
      const response = new Response("{}");
      await response.json();
      await response.text();
      return response;
    });
    expect((await failureOf(quietApi(fetch).request("GET /v1/x"))).code).toBe("UNEXPECTED_ERROR");
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it.each([
    ["Chromium", "Failed to fetch dynamically imported module: https://app.example/client.js"],
    ["Firefox", "error loading dynamically imported module: https://app.example/client.js"],
    ["Safari", "Importing a module script failed."],
  ])(
    "and that loads a part of the app which is gone is an outdated page, in %s",
    async (_, message) => {
      const fetch = vi.fn(() => Promise.reject(new TypeError(message)));
      const error = await failureOf(quietApi(fetch).request("GET /v1/x"));
      expect(error).toMatchObject({ code: "OUTDATED_PAGE", retryStopped: "notRetryable" });
      expect(fetch).toHaveBeenCalledTimes(1);
    },
  );

  it("may have a time limit of its own", async () => {
    const error = await failing(new DOMException("late", "TimeoutError"));
    expect(error).toMatchObject({ code: "TIMEOUT", kind: "timeout" });
  });
});

describe("the page's own fetch", () => {
  it.each(["Failed to fetch", "u.url is undefined", "Cannot read properties of undefined"])(
    "is the network whatever its TypeError says, patched or not: %s",
    async (message) => {
      vi.stubGlobal("fetch", () => Promise.reject(new TypeError(message)));
      const api = createApi({ baseUrl: "https://api.example", retry: false, onError() {} });
      expect((await failureOf(api.request("GET /v1/x"))).code).toBe("NETWORK_ERROR");
    },
  );
});
