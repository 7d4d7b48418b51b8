import { afterEach, describe, expect, it, vi } from "vitest";
import { toApiError } from "../../src/envelope/to-api-error.ts";
import { internalsOf } from "../../src/fetcher/api.ts";
import { createApi } from "../../src/fetcher/create-api.ts";
import { envelope, failureOf, fakeFetch, json, quietApi } from "./fake-fetch.ts";

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("createApi", () => {
  it("names the API and says where it is", () => {
    const api = createApi({ baseUrl: "https://api.example/base" });
    expect(api).toMatchObject({
      name: "https://api.example/base",
      baseUrl: "https://api.example/base",
      totalTimeoutMs: 120_000,
    });
    expect(createApi({ baseUrl: "https://api.example", name: "billing" }).name).toBe("billing");
  });

  it("sends its headers with every request, the request's own over them", async () => {
    const { fetch, last } = fakeFetch(json({}));
    const api = quietApi(fetch, { headers: { "x-a": "api", "x-b": "api" } });
    await api.request("GET /v1/x", { headers: { "X-B": "request" } });
    expect(Object.fromEntries(last()?.headers ?? [])).toEqual({
      accept: "application/json",
      "x-a": "api",
      "x-b": "request",
    });
  });

  it("looks the global fetch up at each attempt, so that a later mock is seen", async () => {
    const api = createApi({ baseUrl: "https://api.example" });
    vi.stubGlobal("fetch", fakeFetch(json("mocked")).fetch);
    expect(await api.request("GET /v1/x")).toBe("mocked");
  });

  it("calls a given fetch as a function, since window.fetch refuses to be a method", async () => {
    const owners: unknown[] = [];
    async function windowFetch(this: unknown) {
      owners.push(this);
      return json({});
    }
    await quietApi(windowFetch).request("GET /v1/x");
    expect(owners).toEqual([undefined]);
  });

  it("reads another API's errors with readError", async () => {
    const { fetch } = fakeFetch(json({ fault: "E42" }, { status: 418 }));
    const api = quietApi(fetch, { readError: ({ status }) => ({ code: `TEAPOT_${status}` }) });
    expect(await failureOf(api.request("GET /v1/x"))).toMatchObject({ code: "TEAPOT_418" });
  });

  it("retries by its policy, and by the request's own over it", () => {
    const api = quietApi(fakeFetch().fetch, { retry: { maxAttempts: 3 } });
    expect(internalsOf(api).policyFor().maxAttempts).toBe(3);
    expect(internalsOf(api).policyFor({ maxAttempts: 2 }).maxAttempts).toBe(2);
    expect(internalsOf(api).policyFor({ baseDelayMs: 1 }).maxAttempts).toBe(3);
    expect(internalsOf(api).policyFor(false).maxAttempts).toBe(1);
  });

  it("keeps its own retry option where a request names it and gives none", () => {
    const api = quietApi(fakeFetch().fetch, { retry: { maxAttempts: 3 } });
    // As a caller without exactOptionalPropertyTypes has it.
    expect(
      Reflect.apply(internalsOf(api).policyFor, api, [{ maxAttempts: undefined }]).maxAttempts,
    ).toBe(3);
  });

  it("does not retry at all when it is told not to, unless a request asks for it", () => {
    const api = quietApi(fakeFetch().fetch, { retry: false });
    expect(internalsOf(api).policyFor().maxAttempts).toBe(1);
    expect(internalsOf(api).policyFor({}).maxAttempts).toBe(5);
  });
});

describe("an API's own random source", () => {
  it.each([undefined, false, {}, { maxAttempts: 2 }] as const)(
    "is the only one that is asked with retry: %j",
    async (retry) => {
      vi.useFakeTimers();
      const platforms = vi.spyOn(Math, "random");
      const random = vi.fn(() => 0.5);
      const { fetch } = fakeFetch(envelope(429, "X", { "retry-after": "1" }), json("in"));
      const api = quietApi(fetch, { retry: { random, gate: "api" } });
      await failureOf(api.request("GET /v1/first", { retry: false }));
      // One is the first after the limit, the other is spread.
      const settings = retry === undefined ? {} : { retry };
      const later = [1, 2].map(() => api.request("GET /v1/later", settings));
      await vi.advanceTimersByTimeAsync(1_499);
      expect(fetch).toHaveBeenCalledTimes(2);
      await vi.advanceTimersByTimeAsync(1);
      expect(await Promise.all(later)).toEqual(["in", "in"]);
      expect(platforms).not.toHaveBeenCalled();
    },
  );
});

describe("onError", () => {
  it("hears a finally failed request once, with what was attempted", async () => {
    const onError = vi.fn();
    const { fetch } = fakeFetch(envelope(503, "X"));
    const api = quietApi(fetch, { onError, retry: { baseDelayMs: 0, maxAttempts: 3 } });
    const error = await failureOf(api.request("GET /v1/x"));
    internalsOf(api).report(error);
    expect(onError.mock.calls).toEqual([[error]]);
    expect(error).toMatchObject({ attempts: 3, retryStopped: "attempts" });
  });

  it("hears nothing of a request that a retry saved, nor of an abort", async () => {
    const onError = vi.fn();
    const { fetch } = fakeFetch(envelope(503, "X"), json({}));
    const api = quietApi(fetch, { onError, retry: { baseDelayMs: 0 } });
    await api.request("GET /v1/x");
    await failureOf(api.request("GET /v1/x", { signal: AbortSignal.abort() }));
    expect(onError).not.toHaveBeenCalled();
  });

  it("hears nothing of a single attempt, whose caller decides what is final", async () => {
    const onError = vi.fn();
    const api = quietApi(fakeFetch(envelope(503, "X")).fetch, { onError });
    expect(await failureOf(internalsOf(api).attempt("GET /v1/x"))).toMatchObject({
      attempts: 1,
      status: 503,
    });
    expect(onError).not.toHaveBeenCalled();
  });

  it.each([
    [
      "throws",
      () => {
        throw new Error("reporter");
      },
    ],
    ["rejects", () => Promise.reject(new Error("reporter"))],
  ])("that %s is logged and replaces nothing", async (_, onError) => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const api = quietApi(fakeFetch(envelope(404, "GONE")).fetch, { onError });
    expect(await failureOf(api.request("GET /v1/x"))).toMatchObject({ code: "GONE" });
    await vi.waitFor(() => expect(log.mock.calls).toEqual([[new Error("reporter")]]));
  });

  it("is one line on the console by default", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const { fetch } = fakeFetch(envelope(404, "SESSION_NOT_FOUND"));
    const api = createApi({ baseUrl: "https://api.example", fetch });
    await failureOf(
      api.request("GET /v1/sessions/{id}", { params: { id: "s1" }, query: { k: "v" } }),
    );
    expect(log.mock.calls).toEqual([
      [
        "[react-recourse] GET /v1/sessions/{id} SESSION_NOT_FOUND status=404 requestId=req_01 attempts=1 retryStopped=notRetryable",
      ],
    ]);
  });

  it("adds on the console what an UNEXPECTED_ERROR came from", () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const cause = new TypeError("params.id must be a non-empty string");
    internalsOf(createApi({ baseUrl: "https://api.example" })).report(toApiError(cause));
    const { name, message, stack } = cause;
    expect(log.mock.calls).toEqual([
      [
        "[react-recourse] UNEXPECTED_ERROR attempts=1",
        expect.objectContaining({ name, message, stack }),
      ],
    ]);
  });
});

describe("api.toApiError", () => {
  const foreign = () =>
    Object.assign(new Error("Request failed"), {
      response: { status: 402, headers: { "cf-ray": "ray_1" }, data: { oops: "NO_SEAT" } },
    });

  it("reads a library's error by the API's own readError and requestIdHeaders", () => {
    const api = createApi({
      baseUrl: "https://api.example",
      requestIdHeaders: ["cf-ray"],
      readError: ({ body }) => (isOops(body) ? { code: body.oops } : undefined),
    });
    expect(api.toApiError(foreign())).toMatchObject({ code: "NO_SEAT", requestId: "ray_1" });
  });

  it("is toApiError itself where the API reads as all do, so that one failure is one error", () => {
    const thrown = foreign();
    expect(createApi({ baseUrl: "https://api.example" }).toApiError(thrown)).toBe(
      toApiError(thrown),
    );
  });
});

function isOops(body: unknown): body is { oops: string } {
  return typeof body === "object" && body !== null && "oops" in body;
}
