import { inspect } from "node:util";
import { focusManager, MutationObserver, onlineManager, QueryClient } from "@tanstack/react-query";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ApiOptions } from "../../src/fetcher/api-options.ts";
import { apiMutationOptions } from "../../src/query/api-mutation-options.ts";
import { apiQueryOptions } from "../../src/query/api-query-options.ts";
import { retryProgressOf } from "../../src/query/call-record.ts";
import type { OwnRetry } from "../../src/query/retry-by-policy.ts";
import {
  envelope,
  failureOf,
  fakeFetch,
  json,
  quietApi,
  silentFetch,
} from "../fetcher/fake-fetch.ts";
import { sleepPage } from "../retry/clocks.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

const minute = 60_000;
const route = "GET /v1/x";

function start(
  fetch: typeof globalThis.fetch,
  { retry, ...options }: Partial<ApiOptions> & { retry?: ApiOptions["retry"] } = {},
  ownRetry?: OwnRetry,
) {
  const client = new QueryClient();
  const api = quietApi(fetch, { ...options, ...(retry === undefined ? {} : { retry }) });
  const settings = ownRetry === undefined ? {} : { retry: ownRetry };
  const done = client.fetchQuery(apiQueryOptions(api, route, {}, settings));
  const query = () => client.getQueryCache().getAll()[0];
  return { client, done, query, state: () => query()?.state };
}

it("a page in Deno is taken for a server, as TanStack Query takes it", async () => {
  vi.stubGlobal("Deno", {});
  const { fetch } = fakeFetch(envelope(503, "X"));
  const error = failureOf(start(fetch).done);
  await vi.advanceTimersByTimeAsync(minute);
  expect(await error).toMatchObject({ attempts: 1, retryStopped: "disabled" });
});

describe("A retry that an app puts in the place of the kit's", () => {
  it("ends a query whose API hears of it all the same, once", async () => {
    const onError = vi.fn();
    const { fetch } = fakeFetch(envelope(503, "X"));
    const options = apiQueryOptions(quietApi(fetch, { onError }), route);
    const error = await failureOf(new QueryClient().fetchQuery({ ...options, retry: false }));
    expect(error).toMatchObject({ attempts: 1, retryStopped: "disabled" });
    await vi.advanceTimersByTimeAsync(minute);
    expect(onError.mock.calls).toEqual([[error]]);
  });

  it("ends a mutation whose API hears of it all the same, once", async () => {
    const onError = vi.fn();
    const { fetch } = fakeFetch(envelope(503, "X"));
    const options = apiMutationOptions(quietApi(fetch, { onError }), "POST /v1/x");
    const observer = new MutationObserver(new QueryClient(), { ...options, retry: 1 });
    const failed = failureOf(observer.mutate());
    await vi.advanceTimersByTimeAsync(minute);
    expect(await failed).toMatchObject({ attempts: 2, retryStopped: "disabled" });
    expect(onError.mock.calls).toEqual([[await failed]]);
  });
});

describe("a client's own default of retry", () => {
  it.each<[string, OwnRetry, number]>([
    ["false", false, 1],
    ["2", 2, 3],
    ["true", true, 5],
    ["a function", (failureCount: number) => failureCount < 1, 2],
  ])("of %s can only end retrying sooner: %s attempts", async (_, retry, attempts) => {
    const { fetch } = fakeFetch(envelope(500, "X"));
    const client = new QueryClient({ defaultOptions: { queries: { retry } } });
    const error = failureOf(client.fetchQuery(apiQueryOptions(quietApi(fetch), route)));
    await vi.advanceTimersByTimeAsync(minute);
    expect(await error).toMatchObject({ attempts });
    expect(fetch).toHaveBeenCalledTimes(attempts);
  });

  it("counts for mutations as well, and for keys that have one of their own", async () => {
    const { fetch } = fakeFetch(envelope(500, "X"));
    const api = quietApi(fetch);
    const client = new QueryClient({ defaultOptions: { mutations: { retry: false } } });
    client.setQueryDefaults([api.name], { retry: 1 });
    const mutation = client.getMutationCache().build(client, apiMutationOptions(api, "PUT /v1/x"));
    await failureOf(mutation.execute(undefined));
    expect(fetch).toHaveBeenCalledTimes(1);
    const error = failureOf(client.fetchQuery(apiQueryOptions(api, route)));
    await vi.advanceTimersByTimeAsync(minute);
    expect(await error).toMatchObject({ attempts: 2, retryStopped: "disabled" });
  });
});

describe("a function that somebody wraps", () => {
  const wrapped = { retry: { budget: false } } as const;

  it("ends a query after 5 attempts, whatever signal it is given each time", async () => {
    const { fetch } = fakeFetch(envelope(500, "X"));
    const { queryFn, ...options } = apiQueryOptions(quietApi(fetch, wrapped), route);
    if (typeof queryFn !== "function") throw new Error("it has a function");
    const given: typeof queryFn = (context) =>
      queryFn({ ...context, signal: AbortSignal.any([context.signal]) });
    const error = failureOf(new QueryClient().fetchQuery({ ...options, queryFn: given }));
    await vi.advanceTimersByTimeAsync(10 * minute);
    expect(await error).toMatchObject({ code: "X" });
    expect(fetch).toHaveBeenCalledTimes(5);
  });

  it("ends a query all the same where it freezes the error", async () => {
    const { fetch } = fakeFetch(envelope(404, "X"));
    const { queryFn, ...options } = apiQueryOptions(quietApi(fetch), route);
    if (typeof queryFn !== "function") throw new Error("it has a function");
    const freezing: typeof queryFn = async (context) => {
      throw Object.freeze(await failureOf(Promise.resolve(queryFn(context))));
    };
    const error = failureOf(new QueryClient().fetchQuery({ ...options, queryFn: freezing }));
    await vi.advanceTimersByTimeAsync(minute);
    expect(await error).toMatchObject({ code: "X", status: 404 });
  });

  it("ends a mutation after 5 attempts, whatever context it is given each time", async () => {
    const { fetch } = fakeFetch(envelope(500, "X"));
    const { mutationFn, ...options } = apiMutationOptions(quietApi(fetch, wrapped), "POST /v1/x");
    if (!mutationFn) throw new Error("it has a function");
    const given: typeof mutationFn = (variables, context) => mutationFn(variables, { ...context });
    const observer = new MutationObserver(new QueryClient(), { ...options, mutationFn: given });
    const error = failureOf(observer.mutate());
    await vi.advanceTimersByTimeAsync(10 * minute);
    expect(await error).toMatchObject({ code: "X" });
    expect(fetch).toHaveBeenCalledTimes(5);
  });
});

describe("an own retry", () => {
  it.each<[string, OwnRetry, number]>([
    ["false", false, 1],
    ["0", 0, 1],
    ["1", 1, 2],
    ["a function that says no after two", (failureCount: number) => failureCount < 2, 3],
  ])("of %s ends retrying earlier: %s attempts", async (_, ownRetry, attempts) => {
    const { fetch } = fakeFetch(envelope(503, "X"));
    const error = failureOf(start(fetch, {}, ownRetry).done);
    await vi.advanceTimersByTimeAsync(minute);
    expect(fetch).toHaveBeenCalledTimes(attempts);
    expect(await error).toMatchObject({ attempts, retryStopped: "disabled" });
  });

  it.each<[string, OwnRetry]>([
    ["true", true],
    ["100", 100],
    ["a function that always says yes", () => true],
  ])("of %s makes it go on no longer than the policy does", async (_, ownRetry) => {
    const { fetch } = fakeFetch(envelope(503, "X"));
    const error = failureOf(start(fetch, {}, ownRetry).done);
    await vi.advanceTimersByTimeAsync(10 * minute);
    expect(fetch).toHaveBeenCalledTimes(5);
    expect(await error).toMatchObject({ attempts: 5, retryStopped: "attempts" });
  });

  it("of true does not retry what the policy never does", async () => {
    const { fetch } = fakeFetch(envelope(404, "X"));
    expect(await failureOf(start(fetch, {}, true).done)).toMatchObject({ attempts: 1 });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it("is asked with the count of failures before this one, and with the ApiError", async () => {
    const ownRetry = vi.fn((_failureCount: number, _error: { code: string }) => true);
    const { fetch } = fakeFetch(envelope(500, "A"), envelope(500, "B"), json("ok"));
    const { done } = start(fetch, {}, ownRetry);
    await vi.advanceTimersByTimeAsync(minute);
    await done;
    expect(ownRetry.mock.calls.map(([count, { code }]) => [count, code])).toEqual([
      [0, "A"],
      [1, "B"],
    ]);
  });

  it("that throws ends the query with its own error instead of leaving it pending", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const { fetch } = fakeFetch(envelope(503, "X"));
    const { done, state } = start(fetch, {}, () => {
      throw Object.assign(new Error("own retry"), { config: "hush_8c1f" });
    });
    const error = failureOf(done);
    await vi.advanceTimersByTimeAsync(minute);
    expect(state()).toMatchObject({ status: "error", fetchStatus: "idle", error: { code: "X" } });
    expect(await error).toMatchObject({ code: "X", attempts: 1, retryStopped: "disabled" });
    const log = inspect(vi.mocked(console.error).mock.calls);
    expect(log).toContain("own retry");
    expect(log).not.toContain("hush_8c1f");
  });
});

describe("a query that retries", () => {
  it.each<[string, () => number]>([
    [
      "throws",
      () => {
        throw new Error("dice");
      },
    ],
    ["gives NaN", () => Number.NaN],
    ["gives Infinity", () => Number.POSITIVE_INFINITY],
    ["gives less than 0", () => -5],
  ])("still waits and ends where its random source %s", async (_, random) => {
    const { fetch } = fakeFetch(envelope(500, "X"));
    const error = failureOf(start(fetch, { retry: { random } }).done);
    await vi.advanceTimersByTimeAsync(249);
    expect(fetch).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(minute);
    expect(await error).toMatchObject({ attempts: 5 });
  });

  it.each(["61", "9999999", "2147484", "9".repeat(400)])(
    "ends at once for Retry-After %j, and says from when it makes sense again",
    async (retryAfter) => {
      vi.setSystemTime(1_000);
      const { fetch } = fakeFetch(envelope(429, "X", { "retry-after": retryAfter }));
      const error = await failureOf(start(fetch).done);
      expect(error).toMatchObject({ attempts: 1, retryStopped: "retryAfterTooLong" });
      expect(error.retryAt).toBe(
        1_000 + Math.min(Number(retryAfter) * 1_000, Number.MAX_SAFE_INTEGER),
      );
      await vi.advanceTimersByTimeAsync(minute);
      expect(fetch).toHaveBeenCalledTimes(1);
    },
  );

  it.each(["2147484", "9999999", "9".repeat(400)])(
    "never loops hot where a Retry-After of %j is allowed",
    async (retryAfter) => {
      const { fetch } = fakeFetch(envelope(503, "X", { "retry-after": retryAfter }));
      const forEver = Number.POSITIVE_INFINITY;
      const { client, done } = start(fetch, {
        retry: { maxRetryAfterMs: forEver },
        totalTimeoutMs: forEver,
      });
      const ended = done.catch(() => {});
      await vi.advanceTimersByTimeAsync(24 * 60 * minute);
      expect(fetch).toHaveBeenCalledTimes(1);
      client.clear();
      await ended;
    },
  );

  it("waits at least as long as Retry-After says", async () => {
    const { fetch } = fakeFetch(envelope(429, "X", { "retry-after": "30" }), json("ok"));
    const { done } = start(fetch);
    await vi.advanceTimersByTimeAsync(29_999);
    expect(fetch).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await done).toBe("ok");
  });

  it("starts no attempt that its total deadline leaves no room for", async () => {
    const { fetch } = fakeFetch(envelope(503, "X"));
    const error = failureOf(start(fetch, { totalTimeoutMs: 1_400 }).done);
    await vi.advanceTimersByTimeAsync(minute);
    expect(fetch).toHaveBeenCalledTimes(2);
    expect(await error).toMatchObject({ attempts: 2, retryStopped: "deadline" });
  });

  it("cuts its last attempt off at the total deadline", async () => {
    const { fetch, sent } = fakeFetch(envelope(503, "X"), () =>
      silentFetch(undefined, sent[1]?.init),
    );
    const { done, state } = start(fetch, { totalTimeoutMs: 3_000 });
    const error = failureOf(done);
    await vi.advanceTimersByTimeAsync(2_999);
    expect(state()?.status).toBe("pending");
    await vi.advanceTimersByTimeAsync(1);
    expect(state()?.status).toBe("error");
    expect(await error).toMatchObject({ code: "TIMEOUT", attempts: 2, retryStopped: "deadline" });
  });

  it("keeps the request's own time limit where that is shorter", async () => {
    const { fetch, sent } = fakeFetch(() => silentFetch(undefined, sent.at(-1)?.init));
    const api = quietApi(fetch, { totalTimeoutMs: minute });
    const client = new QueryClient();
    const retry = { maxAttempts: 1 };
    const error = failureOf(
      client.fetchQuery(apiQueryOptions(api, route, { timeoutMs: 100, retry })),
    );
    await vi.advanceTimersByTimeAsync(100);
    expect(await error).toMatchObject({ code: "TIMEOUT", attempts: 1 });
  });

  it("still sends the attempt that was paused past the deadline, once it is online again", async () => {
    const { fetch } = fakeFetch(envelope(503, "X"), json("ok"));
    const { client, done, state } = start(fetch, { totalTimeoutMs: 5_000 });
    client.mount();
    await vi.advanceTimersByTimeAsync(1);
    onlineManager.setOnline(false);
    await vi.advanceTimersByTimeAsync(60 * minute);
    expect(state()?.fetchStatus).toBe("paused");
    expect(fetch).toHaveBeenCalledTimes(1);
    onlineManager.setOnline(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(await done).toBe("ok");
    expect(fetch).toHaveBeenCalledTimes(2);
    client.unmount();
  });

  it("sends nothing more where the device has slept past the total time, which is no pause", async () => {
    const { fetch } = fakeFetch(envelope(503, "X"), json("ok"));
    const { done } = start(fetch);
    const error = failureOf(done);
    await vi.advanceTimersByTimeAsync(1);
    sleepPage(60 * minute);
    await vi.advanceTimersByTimeAsync(minute);
    expect(await error).toMatchObject({ code: "X", attempts: 1, retryStopped: "deadline" });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it("pauses while the page is hidden", async () => {
    const { fetch } = fakeFetch(envelope(503, "X"), json("ok"));
    const { client, done, state } = start(fetch);
    client.mount();
    await vi.advanceTimersByTimeAsync(1);
    focusManager.setFocused(false);
    await vi.advanceTimersByTimeAsync(minute);
    expect(state()?.fetchStatus).toBe("paused");
    focusManager.setFocused(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(await done).toBe("ok");
    client.unmount();
  });

  it("tells onError once of its end, and of nothing that a retry saved", async () => {
    const onError = vi.fn();
    const { fetch } = fakeFetch(envelope(503, "A"), json("ok"), envelope(503, "B"));
    const api = quietApi(fetch, { onError });
    const client = new QueryClient();
    const options = apiQueryOptions(api, route);
    const saved = client.fetchQuery(options);
    await vi.advanceTimersByTimeAsync(minute);
    await saved;
    expect(onError).not.toHaveBeenCalled();
    const error = failureOf(client.fetchQuery(options));
    await vi.advanceTimersByTimeAsync(minute);
    expect(onError.mock.calls).toEqual([[await error]]);
  });
});

describe("retryProgressOf", () => {
  async function failingOnce(ownRetry?: OwnRetry) {
    vi.setSystemTime(10_000);
    const { fetch } = fakeFetch(envelope(503, "X"));
    const { done, state } = start(fetch, {}, ownRetry);
    done.catch(() => {});
    await vi.advanceTimersByTimeAsync(0);
    return state()?.fetchFailureReason;
  }

  it("says which attempt comes next, of how many, and when", async () => {
    const progress = { attempt: 2, maxAttempts: 5, nextAttemptAt: 10_500 };
    expect(retryProgressOf(await failingOnce())).toEqual(progress);
  });

  it("counts no attempts that an own retry will not allow", async () => {
    expect(retryProgressOf(await failingOnce(1))).toMatchObject({ attempt: 2, maxAttempts: 2 });
    expect(retryProgressOf(await failingOnce(9))).toMatchObject({ attempt: 2, maxAttempts: 5 });
  });

  it("knows nothing of what is not retried", async () => {
    const { fetch } = fakeFetch(envelope(404, "X"));
    expect(retryProgressOf(await failureOf(start(fetch).done))).toBeUndefined();
  });

  it.each([null, undefined, 0, "x", {}, new Error("e")])("knows nothing of %o", (thrown) => {
    expect(retryProgressOf(thrown)).toBeUndefined();
  });
});
