import { describe, expect, it, vi } from "vitest";
import { ApiError } from "../../src/error/api-error.ts";
import { internalsOf } from "../../src/fetcher/api.ts";
import { bearer } from "../../src/fetcher/bearer.ts";
import { createApi } from "../../src/fetcher/create-api.ts";
import { apiKey, type Credentials } from "../../src/fetcher/credentials.ts";
import { statusOf } from "../../src/retry/api-status.ts";
import { envelope, failureOf, fakeFetch, json, quietApi } from "./fake-fetch.ts";

const answered = (kind: "forbidden" | "rateLimited" | "unavailable", status: number) =>
  new ApiError({ code: "ELSEWHERE", kind, status, retryAfterMs: 60_000, message: "" });
const signing = (own: Partial<Credentials>): Credentials => ({
  headers: async () => ({ "x-api-key": "k" }),
  ...own,
});
const coded = (code: string) => Object.assign(new Error("x"), { code });

describe("an API key", () => {
  it("goes out as x-api-key, or in the header that is named", async () => {
    expect(await apiKey("k").headers()).toEqual({ "x-api-key": "k" });
    expect(await apiKey("k", "x-token").headers()).toEqual({ "x-token": "k" });
  });

  it.each([null, undefined, ""])("that is %j sends nothing", async (key) => {
    expect(await apiKey(key).headers()).toEqual({});
    expect(await apiKey(() => key).headers()).toEqual({});
  });

  it("that cannot be sent is refused where it is given, and not shown", () => {
    expect(() => apiKey("top\u200bsecret")).toThrow(TypeError);
    expect(() => apiKey("top\u200bsecret")).toThrow(/apiKey\["x-api-key"\] (?!.*secret)/);
    expect(() => apiKey("k", "x api key")).toThrow("apiKey must be named with letters");
  });
});

describe("credentials that are misused", () => {
  const noKey = "apiKey must be given the key, or a function that gives it";
  const noToken = "bearer must be given its options, such as { token: () => session.token }";
  it.each<[string, (...args: never[]) => unknown, unknown[], string]>([
    ["a number for a key", apiKey, [42], `${noKey}: got 42`],
    ["a promise of a key", apiKey, [Promise.resolve("k")], `${noKey}: got [object Promise]`],
    ["options for a key", apiKey, [{ key: "k" }], `${noKey}: got [object Object]`],
    ["no options", bearer, [], `${noToken}: got undefined`],
    ["a bare token", bearer, ["s3cret"], `${noToken}: got a string`],
    ["no token", bearer, [{}], "bearer's token must be a function that gives it: got undefined"],
    [
      "a token as it is",
      bearer,
      [{ token: "s3cret" }],
      "bearer's token must be a function that gives it: got a string",
    ],
    [
      "a refresh that is none",
      bearer,
      [{ token: () => null, refresh: "/refresh" }],
      'bearer\'s refresh must be a function: got "/refresh"',
    ],
    [
      "an onSessionExpired that is none",
      bearer,
      [{ token: () => null, onSessionExpired: true }],
      "bearer's onSessionExpired must be a function: got true",
    ],
    [
      "an identity that is none",
      bearer,
      [{ token: () => null, identity: "ada" }],
      'bearer\'s identity must be a function: got "ada"',
    ],
  ])("by %s are refused in one line, without what is secret", (_, make, args, message) => {
    expect(() => Reflect.apply(make, undefined, args)).toThrow(new TypeError(message));
  });
});

describe("a bearer token", () => {
  it("goes out as Authorization", async () => {
    expect(await bearer({ token: () => "t" }).headers()).toEqual({ authorization: "Bearer t" });
  });

  it("that is null sends nothing", async () => {
    expect(await bearer({ token: async () => null }).headers()).toEqual({});
  });
});

describe("credentials in a call", () => {
  it("are asked for anew at each attempt, and win over a header of the same name", async () => {
    const keys = ["old", "new"];
    const { fetch, sent } = fakeFetch(envelope(503, "X"), json({}));
    const api = quietApi(fetch, {
      credentials: apiKey(() => keys.shift(), "x-api-key", { identity: () => "ada" }),
      headers: { "X-Api-Key": "none" },
      retry: { baseDelayMs: 0 },
    });
    await api.request("GET /v1/x");
    expect(sent.map(({ headers }) => headers.get("x-api-key"))).toEqual(["old", "new"]);
  });

  it("that come out unusable fail the call, send nothing and do not show the secret", async () => {
    const { fetch } = fakeFetch(json({}));
    const api = quietApi(fetch, { credentials: apiKey(async () => "top\nsecret") });
    const error = await failureOf(api.request("GET /v1/x"));
    expect(error).toMatchObject({ code: "UNEXPECTED_ERROR", attempts: 0, route: "GET /v1/x" });
    expect(JSON.stringify(error) + String(error)).not.toContain("secret");
    expect(String(error)).toContain('credentials["x-api-key"] must hold no line break');
    expect(fetch).not.toHaveBeenCalled();
  });

  it.each([
    ["a mistake of its own", new TypeError("token is undefined"), "UNEXPECTED_ERROR"],
    ["any other error", new Error("locked"), "UNEXPECTED_ERROR"],
    ["what blocked storage does", new DOMException("x", "SecurityError"), "UNEXPECTED_ERROR"],
    ["a code of the app's", coded("EMAIL_NOT_VERIFIED"), "UNEXPECTED_ERROR"],
    ["a code of a library's", coded("ERR_JWT_EXPIRED"), "UNEXPECTED_ERROR"],
    [
      "a part of the app that is gone",
      new TypeError("Failed to fetch dynamically imported module: /a.js"),
      "OUTDATED_PAGE",
    ],
    [
      "a failed fetch that names its host",
      new TypeError("Load failed (a.example)"),
      "NETWORK_ERROR",
    ],
    ["a failed fetch", new TypeError("Failed to fetch"), "NETWORK_ERROR"],
    ["a socket's end", coded("ECONNRESET"), "NETWORK_ERROR"],
    ["an abort that is not the caller's", new DOMException("x", "AbortError"), "NETWORK_ERROR"],
    [
      "the abort of another API's call",
      new ApiError({ code: "ABORT_ERROR", kind: "aborted", message: "" }),
      "NETWORK_ERROR",
    ],
  ])("that throw %s give %j's code and its cause", async (_, cause, code) => {
    const token = () => Promise.reject(cause);
    const api = quietApi(fakeFetch(json({})).fetch, {
      credentials: bearer({ token }),
      retry: false,
    });
    expect(await failureOf(api.request("GET /v1/x"))).toMatchObject({ code, cause });
  });

  it("that cannot be read send nothing, once, and the log has the cause", async () => {
    const cause = new DOMException("The operation is insecure.", "SecurityError");
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const key = vi.fn(() => {
      throw cause;
    });
    const { fetch } = fakeFetch(json({}));
    const api = createApi({ baseUrl: "https://api.example", fetch, credentials: apiKey(key) });
    expect(await failureOf(api.request("GET /v1/x"))).toMatchObject({
      code: "UNEXPECTED_ERROR",
      retryStopped: "notRetryable",
    });
    expect(key).toHaveBeenCalledTimes(1);
    expect(fetch).not.toHaveBeenCalled();
    const { name, message } = cause;
    expect(logged.mock.calls).toEqual([
      [expect.stringContaining("UNEXPECTED_ERROR"), expect.objectContaining({ name, message })],
    ]);
  });

  it("that throw another API's error keep its status and leave that error alone", async () => {
    const refused = Object.freeze(
      new ApiError({
        code: "LOCKED",
        kind: "forbidden",
        message: "",
        status: 403,
        route: "POST /token",
      }),
    );
    const token = () => Promise.reject(refused);
    const api = quietApi(fakeFetch(json({})).fetch, { credentials: bearer({ token }) });
    const error = await failureOf(api.request("GET /v1/x"));
    expect(error.cause).toBe(refused);
    expect(error).toMatchObject({ code: "LOCKED", status: 403, route: "GET /v1/x" });
  });

  it.each([
    ["a 502", answered("unavailable", 502)],
    ["a 503", answered("unavailable", 503)],
    ["a 504", answered("unavailable", 504)],
    ["a 429", answered("rateLimited", 429)],
    ["a 403", answered("forbidden", 403)],
    ["no answer", new TypeError("Failed to fetch")],
  ])("that get %s from elsewhere say nothing of the API that they sign for", async (_, thrown) => {
    const fail = () => Promise.reject(thrown);
    const broken = [
      signing({ headers: fail }),
      signing({ identity: fail }),
      signing({ identity: (_signed) => fail() }),
      bearer({ token: fail }),
    ];
    for (const credentials of broken) {
      const { fetch } = fakeFetch(envelope(503, "DOWN"));
      const api = quietApi(fetch, { credentials, retry: false });
      const status = statusOf(internalsOf(api).sightings);
      const unsigned = () => failureOf(api.request("GET /v1/x", { credentials: false }));
      expect(await unsigned()).toMatchObject({ code: "DOWN" });
      expect(await failureOf(api.request("GET /v1/x"))).toMatchObject({ attempts: 0 });
      expect(status.getSnapshot()).toEqual({ state: "up" });
      // The second failure in a row that the API itself has answered.
      expect(await unsigned()).toMatchObject({ code: "DOWN" });
      expect(status.getSnapshot()).toEqual({ state: "down" });
    }
  });

  it.each(["manual", "follow"] as const)("meet redirects as asked: %s", async (redirect) => {
    const { fetch, last } = fakeFetch(json({}));
    await quietApi(fetch, { redirect }).request("GET /v1/x");
    expect(last()?.init.redirect).toBe(redirect);
  });

  it("never leave with a redirect unless that was asked for", async () => {
    const { fetch, last } = fakeFetch(json({}));
    await quietApi(fetch, { credentials: apiKey("k") }).request("GET /v1/x");
    expect(last()?.init.redirect).toBe("manual");
  });
});

describe("a request with credentials: false", () => {
  const asked = () => ({
    token: vi.fn(() => "t"),
    refresh: vi.fn(async () => "t2"),
    identity: vi.fn(() => "ada"),
    onSessionExpired: vi.fn(),
  });

  it.each([200, 401])(
    "that is answered %d is sent unsigned, once, and asks for nobody",
    async (status) => {
      const source = asked();
      const { fetch, sent } = fakeFetch(json("ok", { status }));
      const api = quietApi(fetch, { credentials: bearer(source), headers: { "x-app": "1" } });
      await api.request("POST /v1/login", { credentials: false }).catch(() => {});
      expect(sent.map(({ headers }) => headers.get("authorization"))).toEqual([null]);
      expect(sent.map(({ headers }) => headers.get("x-app"))).toEqual(["1"]);
      for (const spy of Object.values(source)) expect(spy).not.toHaveBeenCalled();
    },
  );

  it("that is refused fails with its own answer", async () => {
    const { fetch } = fakeFetch(envelope(401, "WRONG_PASSWORD"));
    const api = quietApi(fetch, { credentials: bearer(asked()) });
    expect(await failureOf(api.request("POST /v1/login", { credentials: false }))).toMatchObject({
      code: "WRONG_PASSWORD",
      status: 401,
      requestId: "req_01",
      attempts: 1,
    });
  });

  it("is no sign of another person, whoever signs in between its attempts", async () => {
    vi.useFakeTimers();
    const others = vi.fn();
    const { fetch } = fakeFetch(json("ok"), envelope(503, "X"), json("in"));
    const app = { key: "ada" };
    const api = quietApi(fetch, { credentials: apiKey(() => app.key) });
    await api.request("GET /v1/x");
    internalsOf(api).signer?.onOtherPerson(others);
    const unsigned = api.request("GET /v1/public", { credentials: false });
    await vi.advanceTimersByTimeAsync(10);
    app.key = "bob";
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await unsigned).toBe("in");
    expect(others).not.toHaveBeenCalled();
  });

  it("may say undefined and is then signed as any other", async () => {
    const { fetch, last } = fakeFetch(json("ok"));
    const api = quietApi(fetch, { credentials: apiKey("k") });
    // As plain JavaScript may; its types leave it out.
    await Reflect.apply(api.request, api, ["GET /v1/x", { credentials: undefined }]);
    expect(last()?.headers.get("x-api-key")).toBe("k");
  });
});
