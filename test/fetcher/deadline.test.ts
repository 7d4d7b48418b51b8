import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { internalsOf } from "../../src/fetcher/api.ts";
import { apiKey } from "../../src/fetcher/credentials.ts";
import { sleepPage } from "../retry/clocks.ts";
import {
  endless,
  envelope,
  failureOf,
  fakeFetch,
  json,
  quietApi,
  silentFetch,
} from "./fake-fetch.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const deaf = () => new Promise<Response>(() => {});

/** How long a call took, and its error. */
async function failureAfter(call: Promise<unknown>) {
  const startMs = Date.now();
  const error = failureOf(call).then((failed) => ({ error: failed, tookMs: Date.now() - startMs }));
  await vi.runAllTimersAsync();
  return error;
}

describe("an attempt's time limit", () => {
  it.each([
    ["heeds its signal", silentFetch],
    ["ignores its signal", deaf],
    ["sends a head and no body", async () => endless({}, "{")],
  ])("ends a fetch that %s", async (_, fetch) => {
    const api = quietApi(fetch, { timeoutMs: 2_000, retry: false });
    const { error, tookMs } = await failureAfter(api.request("GET /v1/x"));
    expect(error).toMatchObject({
      code: "TIMEOUT",
      kind: "timeout",
      status: undefined,
      attempts: 1,
      route: "GET /v1/x",
    });
    expect(tookMs).toBe(2_000);
  });

  it("cancels an answer that comes too late, from a fetch that ignores its signal", async () => {
    const cancelled = vi.fn();
    const late = new Response(new ReadableStream({ cancel: cancelled }));
    const fetch = () => new Promise<Response>((answer) => setTimeout(() => answer(late), 3_000));
    const api = quietApi(fetch, { timeoutMs: 2_000, retry: false });
    const { error } = await failureAfter(api.request("GET /v1/x"));
    expect(error).toMatchObject({ code: "TIMEOUT", attempts: 1 });
    expect(cancelled).toHaveBeenCalledTimes(1);
  });

  it("ends credentials that never come", async () => {
    const { fetch } = fakeFetch(json({}));
    const api = quietApi(fetch, { credentials: apiKey(() => new Promise(() => {})), retry: false });
    const { error, tookMs } = await failureAfter(api.request("GET /v1/x"));
    expect(error.code).toBe("TIMEOUT");
    expect(tookMs).toBe(30_000);
    expect(fetch).not.toHaveBeenCalled();
  });

  it("ends a schema that never answers", async () => {
    const validate = () => new Promise<never>(() => {});
    const schema = { "~standard": { version: 1 as const, vendor: "test", validate } };
    const api = quietApi(fakeFetch(json({})).fetch, { retry: false });
    const { error } = await failureAfter(api.request("GET /v1/x", { schema }));
    expect(error.code).toBe("TIMEOUT");
  });

  it("ends a slow error body and keeps what its head told", async () => {
    const headers = { "x-request-id": "req_9", "retry-after": "7" };
    const fetch = async () => endless({ status: 503, headers }, '{"error":');
    const api = quietApi(fetch, { retry: false });
    const { error, tookMs } = await failureAfter(api.request("GET /v1/x", { timeoutMs: 500 }));
    expect(tookMs).toBe(500);
    expect(error).toMatchObject({
      code: "TIMEOUT",
      status: 503,
      requestId: "req_9",
      retryAfterMs: 7_000,
    });
  });

  it.each([
    [404, 1, "notRetryable"],
    [503, 5, "attempts"],
  ])("on a slow %i body leaves the retry to the status", async (status, attempts, retryStopped) => {
    const fetch = vi.fn(async () => endless({ status }));
    const api = quietApi(fetch, { timeoutMs: 100, retry: { budget: false } });
    const { error } = await failureAfter(api.request("POST /v1/x"));
    expect(error).toMatchObject({ code: "TIMEOUT", status, attempts, retryStopped });
    expect(fetch).toHaveBeenCalledTimes(attempts);
  });

  it("is the request's own before the API's, and 30 s without either", async () => {
    const took = async (apiMs?: number, requestMs?: number) => {
      const api = quietApi(deaf, { retry: false, ...(apiMs && { timeoutMs: apiMs }) });
      const call = api.request("GET /v1/x", requestMs ? { timeoutMs: requestMs } : {});
      return (await failureAfter(call)).tookMs;
    };
    expect([await took(), await took(70), await took(70, 90)]).toEqual([30_000, 70, 90]);
  });

  it("is the total's for a single attempt where that is shorter", async () => {
    const api = quietApi(deaf, { totalTimeoutMs: 1_000 });
    expect((await failureAfter(internalsOf(api).attempt("GET /v1/x"))).tookMs).toBe(1_000);
  });

  it("of Infinity is none: the total ends the call", async () => {
    const api = quietApi(deaf, { timeoutMs: Number.POSITIVE_INFINITY });
    const { error, tookMs } = await failureAfter(api.request("GET /v1/x"));
    expect(tookMs).toBe(120_000);
    expect(error).toMatchObject({ code: "TIMEOUT", attempts: 1, retryStopped: "deadline" });
  });

  it("of more than 2^31 ms does not fire at once", async () => {
    const limits = { timeoutMs: 2 ** 40, totalTimeoutMs: 2 ** 40 };
    const controller = new AbortController();
    const call = quietApi(deaf, limits).request("GET /v1/x", { signal: controller.signal });
    const error = failureOf(call);
    await vi.advanceTimersByTimeAsync(86_400_000);
    controller.abort();
    expect((await error).code).toBe("ABORT_ERROR");
  });

  it.each(["GET", "PUT", "POST"] as const)(
    "ends a %s: the server may still be at work on it, and a retry would add to that",
    async (method) => {
      const fetch = vi.fn(silentFetch);
      const { error } = await failureAfter(quietApi(fetch).request(`${method} /v1/x`));
      expect(error).toMatchObject({ code: "TIMEOUT", attempts: 1, retryStopped: "noAnswer" });
      expect(fetch).toHaveBeenCalledTimes(1);
    },
  );

  it.each([
    ["GET", {}, 5, "attempts"],
    ["POST", { idempotencyKey: true }, 5, "attempts"],
    ["POST", {}, 1, "unsafeMethod"],
  ] as const)(
    "is retried where the API's options say so, and a %s %j may be: %i attempts",
    async (method, settings, attempts, retryStopped) => {
      const fetch = vi.fn(silentFetch);
      const limits = { timeoutMs: 1_000, retry: { timeouts: true } };
      const call = quietApi(fetch, limits).request(`${method} /v1/x`, settings);
      expect((await failureAfter(call)).error).toMatchObject({ attempts, retryStopped });
      expect(fetch).toHaveBeenCalledTimes(attempts);
    },
  );
});

describe("the total time limit", () => {
  it("covers attempts and waits, and ends the attempt in flight", async () => {
    const fetch = vi.fn(deaf);
    const limits = { timeoutMs: 4_000, totalTimeoutMs: 10_000 };
    const api = quietApi(fetch, { ...limits, retry: { timeouts: true } });
    const { error, tookMs } = await failureAfter(api.request("GET /v1/x"));
    expect(tookMs).toBe(10_000);
    expect(error).toMatchObject({ code: "TIMEOUT", attempts: 3, retryStopped: "deadline" });
  });

  it("ends retrying before a wait that it would cut short, with the last answer", async () => {
    const { fetch } = fakeFetch(envelope(503, "BUSY", { "retry-after": "20" }));
    const api = quietApi(fetch, { totalTimeoutMs: 15_000 });
    const { error, tookMs } = await failureAfter(api.request("GET /v1/x"));
    expect(tookMs).toBe(0);
    expect(error).toMatchObject({
      code: "BUSY",
      status: 503,
      requestId: "req_01",
      retryStopped: "deadline",
    });
    expect(error.retryAt).toBe(Date.now() + 20_000);
  });

  it("that a suspended page slept through ends the call with the last answer, and sends nothing", async () => {
    const { fetch } = fakeFetch(envelope(503, "BUSY"));
    const error = failureOf(quietApi(fetch).request("GET /v1/x"));
    await vi.advanceTimersByTimeAsync(100);
    sleepPage(3_600_000);
    await vi.runAllTimersAsync();
    expect(await error).toMatchObject({ code: "BUSY", attempts: 1, retryStopped: "deadline" });
    expect(fetch).toHaveBeenCalledTimes(1);
  });
});
