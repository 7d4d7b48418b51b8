import { getEventListeners } from "node:events";
import { beforeEach, describe, expect, it, vi } from "vitest";
import * as z from "zod/mini";
import type { ApiError } from "../../src/error/api-error.ts";
import { bearer } from "../../src/fetcher/bearer.ts";
import { endless, envelope, failureOf, json, pending, quietApi } from "./fake-fetch.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

type Options = Parameters<typeof quietApi>[1];

/** An API whose answers come when they are told to, in the order in which they were asked for. */
function heldApi(options: Options = {}) {
  const answers: ((answer: Response) => void)[] = [];
  const fetch = vi.fn(() => new Promise<Response>((answer) => answers.push(answer)));
  const api = quietApi(fetch, { retry: { gate: "api" }, ...options });
  const answer = async (index: number, response: Response) => {
    await vi.advanceTimersByTimeAsync(0);
    answers[index]?.(response);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { api, fetch, answer };
}

const listeners = (signal: AbortSignal) => getEventListeners(signal, "abort").length;
const other = { retry: false } as const;
const limited = (seconds: number) => envelope(429, "LIMITED", { "retry-after": String(seconds) });

/** A call on its way to the moment in which it is aborted, and how all the others are brought to their end. */
type Scene = (
  signal: AbortSignal,
) => Promise<{ call: Promise<unknown>; endOthers?: () => unknown }>;

const scenes: [string, Scene][] = [
  [
    "in flight",
    async (signal) => {
      const { api } = heldApi();
      return { call: api.request("GET /v1/x", { signal }) };
    },
  ],
  [
    "while its body comes",
    async (signal) => {
      const { api, answer } = heldApi();
      const call = api.request("GET /v1/x", { signal });
      await answer(0, endless({}, "{"));
      return { call };
    },
  ],
  [
    "during a backoff",
    async (signal) => {
      const { api, answer } = heldApi();
      const call = api.request("GET /v1/x", { signal });
      await answer(0, envelope(503, "OUT"));
      await vi.advanceTimersByTimeAsync(100);
      return { call };
    },
  ],
  [
    "while a rate limit holds it back",
    async (signal) => {
      const { api, answer, fetch } = heldApi();
      const first = failureOf(api.request("GET /v1/first", other));
      await answer(0, limited(4));
      await first;
      const call = api.request("GET /v1/x", { signal });
      await vi.advanceTimersByTimeAsync(3_000);
      expect(fetch).toHaveBeenCalledTimes(1);
      return { call };
    },
  ],
  [
    "while it waits for the first call after a rate limit",
    async (signal) => {
      const { api, answer, fetch } = heldApi();
      const first = failureOf(api.request("GET /v1/first", other));
      await answer(0, limited(1));
      await first;
      const probe = api.request("GET /v1/probe");
      const call = api.request("GET /v1/x", { signal });
      await vi.advanceTimersByTimeAsync(1_500);
      expect(fetch).toHaveBeenCalledTimes(2);
      return { call, endOthers: () => Promise.all([answer(1, json("in")), probe]) };
    },
  ],
  [
    "while it waits for another call's retry",
    async (signal) => {
      const { api, answer, fetch } = heldApi();
      const leader = api.request("GET /v1/leader");
      const call = api.request("GET /v1/x", { signal });
      await answer(0, envelope(503, "OUT"));
      await vi.advanceTimersByTimeAsync(10);
      await answer(1, envelope(503, "OUT"));
      await vi.advanceTimersByTimeAsync(2_000);
      expect(fetch).toHaveBeenCalledTimes(3);
      return { call, endOthers: () => Promise.all([answer(2, json("in")), leader]) };
    },
  ],
  [
    "while it waits for budget that another call's retry may give back",
    async (signal) => {
      const { api, answer, fetch } = heldApi({ retry: { budget: { capacity: 1 } } });
      const leader = api.request("GET /v1/leader");
      const call = api.request("GET /v1/x", { signal });
      await answer(0, envelope(500, "BROKEN"));
      await vi.advanceTimersByTimeAsync(10);
      await answer(1, envelope(500, "BROKEN"));
      await vi.advanceTimersByTimeAsync(2_000);
      expect(fetch).toHaveBeenCalledTimes(3);
      return { call, endOthers: () => Promise.all([answer(2, json("in")), leader]) };
    },
  ],
  [
    "while a token is refreshed",
    async (signal) => {
      const token = pending<string>();
      const credentials = bearer({ token: () => "old", refresh: () => token.promise });
      const { api, answer } = heldApi({ credentials });
      const call = api.request("GET /v1/x", { signal });
      await answer(0, envelope(401, "UNAUTHORIZED"));
      return { call, endOthers: () => token.resolve("new") };
    },
  ],
];

describe("a call that is aborted", () => {
  it.each(scenes)("%s leaves no timer and no listener", async (_, arrange) => {
    const controller = new AbortController();
    const { signal } = controller;
    const { call, endOthers } = await arrange(signal);
    const error = failureOf(call);
    await vi.advanceTimersByTimeAsync(0);
    expect([listeners(signal), vi.getTimerCount()]).toEqual([
      1,
      expect.toSatisfy((count) => count > 0),
    ]);
    controller.abort();
    expect(await error).toMatchObject({ code: "ABORT_ERROR" });
    await endOthers?.();
    await vi.advanceTimersByTimeAsync(0);
    expect([listeners(signal), vi.getTimerCount()]).toEqual([0, 0]);
  });

  it("before it starts adds neither", async () => {
    const { api, fetch } = heldApi();
    const signal = AbortSignal.abort();
    const error = await failureOf(api.request("GET /v1/x", { signal }));
    expect(error.code).toBe("ABORT_ERROR");
    expect(fetch).not.toHaveBeenCalled();
    expect([listeners(signal), vi.getTimerCount()]).toEqual([0, 0]);
  });
});

const once = { ...other, timeoutMs: 1_000 };
const deaf = () => new Promise<Response>(() => {});

/** A call that fails by itself, with no other on its way any more. */
type Ending = [name: string, code: string, end: (signal: AbortSignal) => Promise<ApiError>];

const endings: Ending[] = [
  [
    "an attempt's time-out",
    "TIMEOUT",
    (signal) => failureOf(quietApi(deaf).request("GET /v1/x", { ...once, signal })),
  ],
  [
    "an attempt's time-out while the body came",
    "TIMEOUT",
    (signal) => {
      const api = quietApi(async () => endless({}, "{"));
      return failureOf(api.request("GET /v1/x", { ...once, signal }));
    },
  ],
  [
    "a time-out, a retry and another",
    "TIMEOUT",
    (signal) => {
      const api = quietApi(deaf, { retry: { timeouts: true } });
      return failureOf(api.request("GET /v1/x", { timeoutMs: 1_000, signal }));
    },
  ],
  [
    "its total time, between two attempts",
    "OUT",
    (signal) => {
      const api = quietApi(async () => envelope(503, "OUT"), { totalTimeoutMs: 2_000 });
      return failureOf(api.request("GET /v1/x", { signal }));
    },
  ],
  [
    "its last attempt",
    "OUT",
    (signal) => {
      const api = quietApi(async () => envelope(503, "OUT"));
      return failureOf(api.request("GET /v1/x", { signal }));
    },
  ],
  [
    "an answer that the schema refuses",
    "INVALID_RESPONSE",
    (signal) => {
      const api = quietApi(async () => json(1));
      return failureOf(api.request("GET /v1/x", { schema: z.string(), signal }));
    },
  ],
  [
    "a rate limit that it was held by and that outlasts its patience",
    "HELD_BACK",
    async (signal) => {
      const answers = [limited(2), limited(40)];
      const api = quietApi(async () => answers.shift() ?? json("in"), { retry: { gate: "api" } });
      await failureOf(api.request("GET /v1/first", other));
      const probe = failureOf(api.request("GET /v1/probe", other));
      const error = await failureOf(api.request("GET /v1/x", { signal }));
      await probe;
      return error;
    },
  ],
  [
    "what another call has just seen",
    "OUT",
    async (signal) => {
      const api = quietApi(async () => envelope(503, "OUT"));
      const leader = failureOf(api.request("GET /v1/leader"));
      const error = await failureOf(api.request("GET /v1/x", { signal }));
      await leader;
      return error;
    },
  ],
  [
    "a budget that is spent",
    "BROKEN",
    (signal) => {
      const retry = { budget: { capacity: 1 } };
      const api = quietApi(async () => envelope(500, "BROKEN"), { retry });
      return failureOf(api.request("GET /v1/x", { signal }));
    },
  ],
];

describe("a signal that outlives its call", () => {
  it.each(endings)("keeps no listener, and no timer runs, after %s", async (_, code, end) => {
    const { signal } = new AbortController();
    const ended = end(signal).then((error) => [error.code, listeners(signal), vi.getTimerCount()]);
    await vi.runAllTimersAsync();
    expect(await ended).toEqual([code, 0, 0]);
  });

  it("keeps none while a refresh goes on that its call did not wait for, and that ends by its own limit", async () => {
    const { signal } = new AbortController();
    const credentials = bearer({ token: () => "old", refresh: () => new Promise(() => {}) });
    const api = quietApi(async () => envelope(401, "UNAUTHORIZED"), { credentials });
    const error = failureOf(api.request("GET /v1/x", { ...once, signal }));
    await vi.advanceTimersByTimeAsync(1_000);
    expect((await error).code).toBe("TIMEOUT");
    expect([listeners(signal), vi.getTimerCount()]).toEqual([0, 1]);
    await vi.advanceTimersByTimeAsync(29_000);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("keeps none after a rate limit that let the call through, spread over time", async () => {
    const { signal } = new AbortController();
    const answers = [limited(2), json("in"), json("in")];
    const fetch = async () => answers.shift() ?? json("in");
    const api = quietApi(fetch, { retry: { random: () => 0.5, gate: "api" } });
    await failureOf(api.request("GET /v1/first", other));
    const probe = api.request("GET /v1/probe", { signal });
    const spread = api.request("GET /v1/spread", { signal });
    await vi.advanceTimersByTimeAsync(100);
    expect(listeners(signal)).toBe(2);
    await vi.runAllTimersAsync();
    expect(await Promise.all([probe, spread])).toEqual(["in", "in"]);
    expect([listeners(signal), vi.getTimerCount()]).toEqual([0, 0]);
  });

  it("keeps none after a refresh and the same call again", async () => {
    const { signal } = new AbortController();
    const answers = [envelope(401, "UNAUTHORIZED"), json("in")];
    const credentials = bearer({ token: () => "old", refresh: async () => "new" });
    const api = quietApi(async () => answers.shift() ?? json("in"), { credentials });
    expect(await api.request("GET /v1/x", { signal })).toBe("in");
    expect([listeners(signal), vi.getTimerCount()]).toEqual([0, 0]);
  });
});
