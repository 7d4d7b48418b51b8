import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { apiKey } from "../../src/fetcher/credentials.ts";
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

const aborted = {
  code: "ABORT_ERROR",
  kind: "aborted",
  retryStopped: "notRetryable",
  route: "GET /v1/{id}",
  method: "GET",
  path: "/v1/7",
};

const get = (fetch: typeof globalThis.fetch, signal: AbortSignal) =>
  quietApi(fetch).request("GET /v1/{id}", { params: { id: 7 }, signal });

describe("an abort", () => {
  it("before the first attempt sends nothing and asks for no credentials", async () => {
    const { fetch } = fakeFetch(json({}));
    const key = vi.fn(() => "k");
    const api = quietApi(fetch, { credentials: apiKey(key) });
    const reason = new Error("left");
    const signal = AbortSignal.abort(reason);
    const error = await failureOf(api.request("GET /v1/{id}", { params: { id: 7 }, signal }));
    expect(error).toMatchObject({ ...aborted, attempts: 0 });
    expect(error.cause).toBe(reason);
    expect(fetch).not.toHaveBeenCalled();
    expect(key).not.toHaveBeenCalled();
  });

  it("while credentials are awaited sends nothing", async () => {
    const { fetch } = fakeFetch(json({}));
    let giveKey = (_key: string) => {};
    const key = new Promise<string>((resolve) => {
      giveKey = resolve;
    });
    const controller = new AbortController();
    const api = quietApi(fetch, { credentials: apiKey(() => key) });
    const error = failureOf(api.request("GET /v1/x", { signal: controller.signal }));
    controller.abort();
    expect(await error).toMatchObject({ code: "ABORT_ERROR", attempts: 0 });
    giveKey("k");
    await vi.runAllTimersAsync();
    expect(fetch).not.toHaveBeenCalled();
  });

  it.each([
    ["heeds its signal", silentFetch],
    ["ignores its signal", () => new Promise<Response>(() => {})],
    ["never ends its body", async () => endless({})],
  ])("in flight ends the call at once, also where fetch %s", async (_, answer) => {
    const fetch = vi.fn(answer);
    const controller = new AbortController();
    const error = failureOf(get(fetch, controller.signal));
    await vi.advanceTimersByTimeAsync(100);
    controller.abort();
    expect(await error).toMatchObject({ ...aborted, attempts: 1 });
    await vi.runAllTimersAsync();
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it("during a backoff ends the call at once, and counts the attempts that were made", async () => {
    const { fetch } = fakeFetch(envelope(503, "X", { "retry-after": "30" }));
    const controller = new AbortController();
    const error = failureOf(get(fetch, controller.signal));
    await vi.advanceTimersByTimeAsync(1_000);
    controller.abort();
    expect(await error).toMatchObject({ ...aborted, attempts: 1 });
    expect(vi.getTimerCount()).toBe(0);
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it.each([
    ["in flight", "noAnswer", silentFetch],
    ["during a backoff", "deadline", async () => envelope(503, "X")],
  ] as const)(
    "by the caller's own AbortSignal.timeout %s is a timeout, and is not retried: %s",
    async (_, retryStopped, answer) => {
      const controller = new AbortController();
      const fetch = vi.fn(answer);
      const error = failureOf(get(fetch, controller.signal));
      await vi.advanceTimersByTimeAsync(100);
      controller.abort(new DOMException("late", "TimeoutError"));
      expect(await error).toMatchObject({ code: "TIMEOUT", attempts: 1, retryStopped });
      expect(fetch).toHaveBeenCalledTimes(1);
    },
  );

  it.each<[string, typeof fakeFetch extends (...a: infer A) => unknown ? A : never]>([
    ["a success", [json({})]],
    ["an error", [envelope(404, "X")]],
    ["a retry", [envelope(503, "X"), json({})]],
    ["a network failure", [new TypeError("fetch failed")]],
  ])("signal that lives long keeps no listener after %s", async (_, answers) => {
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, "addEventListener");
    const removed = vi.spyOn(signal, "removeEventListener");
    const settled = Promise.allSettled([get(fakeFetch(...answers).fetch, signal)]);
    await vi.runAllTimersAsync();
    await settled;
    const listeners = (spy: typeof added | typeof removed) =>
      spy.mock.calls.map(([, heard]) => heard);
    expect(added).toHaveBeenCalled();
    expect(listeners(removed)).toEqual(expect.arrayContaining(listeners(added)));
    expect(vi.getTimerCount()).toBe(0);
  });
});
