import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { envelope, failureOf, fakeFetch, json, quietApi, silentFetch } from "./fake-fetch.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const reset = new TypeError("fetch failed");
const get = (api: ReturnType<typeof quietApi>) => api.request("GET /v1/x");

/** When each attempt was sent, in ms since the first. */
function timed(...answers: Parameters<typeof fakeFetch>) {
  const times: number[] = [];
  const startMs = Date.now();
  const { fetch } = fakeFetch(...answers);
  const timedFetch: typeof fetch = vi.fn((input, init) => {
    times.push(Date.now() - startMs);
    return fetch(input, init);
  });
  return { fetch: timedFetch, times };
}

describe("the retry loop", () => {
  it("waits 0.25, 0.5, 1 and 2 s at the least, then gives up after 5 attempts", async () => {
    const { fetch, times } = timed(envelope(500, "GENERIC_ERROR"));
    const error = failureOf(get(quietApi(fetch)));
    await vi.runAllTimersAsync();
    expect(times).toEqual([0, 250, 750, 1_750, 3_750]);
    expect(await error).toMatchObject({
      code: "GENERIC_ERROR",
      status: 500,
      requestId: "req_01",
      attempts: 5,
      retryStopped: "attempts",
    });
  });

  it("gives the answer that a later attempt gets", async () => {
    const { fetch, times } = timed(envelope(503, "X"), reset, json("ok"));
    const value = get(quietApi(fetch));
    await vi.runAllTimersAsync();
    expect(await value).toBe("ok");
    expect(times).toEqual([0, 500, 1_000]);
  });

  it.each([400, 401, 403, 404, 409, 422])("asks once for a %i", async (status) => {
    const { fetch } = fakeFetch(envelope(status, "X"));
    expect(await failureOf(get(quietApi(fetch)))).toMatchObject({ status, attempts: 1 });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it.each<[string, string, number, number]>([
    ["a number", "2", 2_000, 3_000],
    ["zero", "0", 250, 1_500],
    ["malformed: a negative number", "-5", 500, 1_000],
    ["malformed: an exponent", "1e3", 500, 1_000],
    ["malformed: hexadecimal", "0x10", 500, 1_000],
    ["malformed: two values", "10, 20", 500, 1_000],
    ["malformed: Infinity", "Infinity", 500, 1_000],
  ])(
    "after a 429 whose Retry-After is %s (%j) waits %i to %i ms",
    async (_, value, least, most) => {
      for (const [drawn, waitMs] of [
        [0, least],
        [1, most],
      ] as const) {
        const { fetch, times } = timed(envelope(429, "X", { "retry-after": value }), json("ok"));
        const done = get(quietApi(fetch, { retry: { random: () => drawn } }));
        await vi.runAllTimersAsync();
        expect(await done).toBe("ok");
        expect(times).toEqual([0, waitMs]);
      }
    },
  );

  it("after a 429 with a date in the past still backs off", async () => {
    const past = "Thu, 01 Jan 2015 00:00:00 GMT";
    const { fetch, times } = timed(envelope(429, "X", { "retry-after": past }), json("ok"));
    const done = get(quietApi(fetch));
    await vi.runAllTimersAsync();
    await done;
    expect(times).toEqual([0, 250]);
  });

  it.each(["61", "86400", "9999999", "9".repeat(400)])(
    "neither sleeps through Retry-After %j nor comes back early",
    async (value) => {
      vi.setSystemTime(1_000);
      const { fetch } = fakeFetch(envelope(429, "X", { "retry-after": value }));
      const error = await failureOf(get(quietApi(fetch)));
      const retryAfterMs = Math.min(Number(value) * 1_000, Number.MAX_SAFE_INTEGER);
      expect(error).toMatchObject({ attempts: 1, retryStopped: "retryAfterTooLong", retryAfterMs });
      expect(error.retryAt).toBe(1_000 + retryAfterMs);
      expect(fetch).toHaveBeenCalledTimes(1);
    },
  );

  it("does not fire at once where a Retry-After of 60 days is allowed", async () => {
    const { fetch } = fakeFetch(envelope(503, "X", { "retry-after": "5184000" }));
    const retry = { maxRetryAfterMs: Number.POSITIVE_INFINITY };
    const api = quietApi(fetch, { retry, totalTimeoutMs: Number.POSITIVE_INFINITY });
    const ended = new AbortController();
    const error = failureOf(api.request("GET /v1/x", { signal: ended.signal }));
    await vi.advanceTimersByTimeAsync(86_400_000);
    expect(fetch).toHaveBeenCalledTimes(1);
    ended.abort();
    expect(await error).toMatchObject({ code: "ABORT_ERROR", attempts: 1 });
  });

  it("gives the second attempt a signal and a time limit of its own", async () => {
    const { fetch, sent } = fakeFetch(() => silentFetch(undefined, sent[0]?.init), json("ok"));
    const api = quietApi(fetch, { retry: { timeouts: true } });
    const value = api.request("GET /v1/x", { timeoutMs: 1_000 });
    await vi.runAllTimersAsync();
    expect(await value).toBe("ok");
    const [first, second] = sent.map(({ init }) => init.signal);
    expect(first?.aborted).toBe(true);
    expect(second?.aborted).toBe(false);
  });

  it("does not count an attempt's time limit while it waits", async () => {
    const { fetch, times } = timed(envelope(503, "X", { "retry-after": "30" }), json("ok"));
    const value = quietApi(fetch).request("GET /v1/x", { timeoutMs: 1_000 });
    await vi.runAllTimersAsync();
    expect(await value).toBe("ok");
    expect(times).toEqual([0, 30_000]);
  });

  it("carries nothing of one attempt over into the next", async () => {
    const { fetch } = fakeFetch(envelope(503, "BUSY", { "retry-after": "1" }), reset);
    const error = failureOf(get(quietApi(fetch, { retry: { maxAttempts: 2 } })));
    await vi.runAllTimersAsync();
    expect(await error).toMatchObject({ code: "NETWORK_ERROR", attempts: 2 });
    expect(await error).toMatchObject({
      status: undefined,
      requestId: undefined,
      retryAfterMs: undefined,
      retryAt: undefined,
    });
  });

  it("never repeats a POST after a reset, unless it has a key", async () => {
    const { fetch } = fakeFetch(reset, json("ok"));
    const api = quietApi(fetch);
    expect(await failureOf(api.request("POST /v1/x", { body: {} }))).toMatchObject({
      code: "NETWORK_ERROR",
      retryStopped: "unsafeMethod",
    });
    const keyed = quietApi(fakeFetch(reset, json("ok")).fetch);
    const value = keyed.request("POST /v1/x", { body: {}, idempotencyKey: "k" });
    await vi.runAllTimersAsync();
    expect(await value).toBe("ok");
  });

  it("sends the same body on every attempt", async () => {
    const { fetch, sent } = fakeFetch(envelope(503, "X"), json("ok"));
    const value = quietApi(fetch).request("POST /v1/x", { body: { a: 1 } });
    await vi.runAllTimersAsync();
    await value;
    expect(sent.map(({ init }) => init.body)).toEqual(['{"a":1}', '{"a":1}']);
  });

  it("does not retry when the request says so", async () => {
    const { fetch } = fakeFetch(envelope(503, "X"));
    const call = quietApi(fetch).request("GET /v1/x", { retry: false });
    expect(await failureOf(call)).toMatchObject({ attempts: 1, retryStopped: "disabled" });
  });

  it("says nothing of being offline, which it cannot know", async () => {
    const error = await failureOf(
      quietApi(fakeFetch(reset).fetch, { retry: false }).request("GET /v1/x"),
    );
    expect(error.message).toBe("No complete answer came from the server.");
    expect(error.cause).toBe(reset);
  });

  it("leaves no timer behind", async () => {
    const value = get(quietApi(fakeFetch(envelope(503, "X"), json("ok")).fetch));
    await vi.advanceTimersByTimeAsync(500);
    await value;
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("What a server or an API's options say of retries", () => {
  it.each(["false", "False", " false "])(
    "x-should-retry: %s ends the call, whatever its status",
    async (value) => {
      const { fetch } = fakeFetch(envelope(503, "X", { "x-should-retry": value }), json("ok"));
      const error = await failureOf(quietApi(fetch).request("GET /v1/x"));
      expect(error).toMatchObject({ status: 503, attempts: 1, retryStopped: "notRetryable" });
    },
  );

  it.each([
    ["true", 404],
    ["no", 404],
  ])("x-should-retry: %s makes no %i one that is retried", async (value, status) => {
    const { fetch } = fakeFetch(envelope(status, "X", { "x-should-retry": value }), json("ok"));
    const error = await failureOf(quietApi(fetch).request("GET /v1/x"));
    expect(error).toMatchObject({ status, attempts: 1, retryStopped: "notRetryable" });
  });

  it.each<[string, number, object, object, number]>([
    ["its statuses", 529, { statuses: [425, 529] }, {}, 2],
    ["no statuses", 529, {}, {}, 1],
    ["other statuses", 529, { statuses: [425] }, {}, 1],
    ["a request's own", 529, {}, { statuses: [529] }, 2],
    ["statuses beside the six of the reference", 503, { statuses: [529] }, {}, 2],
  ])("with %s a %i is sent as often as they say", async (_, status, ofApi, ofRequest, times) => {
    const { fetch } = fakeFetch(envelope(status, "X", { "retry-after": "1" }), json("ok"));
    const call = quietApi(fetch, { retry: ofApi }).request("GET /v1/x", { retry: ofRequest });
    const ended = call.catch((error: unknown) => error);
    await vi.runAllTimersAsync();
    await ended;
    expect(fetch).toHaveBeenCalledTimes(times);
  });
});
