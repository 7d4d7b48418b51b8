import {
  dehydrate,
  focusManager,
  hydrate,
  onlineManager,
  QueryClient,
} from "@tanstack/react-query";
import { act, render, renderHook, screen } from "@testing-library/react";
import { useState } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Api } from "../../src/fetcher/api.ts";
import { apiMutationOptions } from "../../src/query/api-mutation-options.ts";
import { retryProgressOf } from "../../src/query/call-record.ts";
import { useApiMutation } from "../../src/query/useApiMutation.ts";
import { useApiQuery } from "../../src/query/useApiQuery.ts";
import { envelope, failureOf, fakeFetch, json, quietApi } from "../fetcher/fake-fetch.ts";
import { apiInOutage, seeded } from "../fetcher/outage.ts";
import { pass, underProvider } from "./under-provider.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});

const minute = 60_000;
const broken = envelope(500, "GENERIC_ERROR");
const limited = (seconds: number) => envelope(429, "RATE", { "retry-after": String(seconds) });

const ten = Array.from({ length: 10 }, (_, index) => `GET /v1/part-${index}` as const);

/** A page of ten queries; `result.current` holds theirs. */
const renderTen = (api: Api) =>
  renderHook(() => ten.map((route) => useApiQuery(route)), underProvider({ api }));

describe("a page of ten queries", () => {
  it("recovers by itself from 3 s of 503s with at most 15 retries", async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const retry = { random: seeded(seed) };
      const { api, asked } = apiInOutage({ lastsMs: 3_000 }, { retry });
      const { result, unmount } = renderTen(api);
      await pass(15_000);
      expect(result.current.map(({ data }) => data)).toEqual(ten.map((route) => route.slice(4)));
      expect(asked.length - ten.length).toBeLessThanOrEqual(15);
      unmount();
    }
  });

  it("counts each query's rounds, and as attempts only what was sent for it", async () => {
    const retry = { random: seeded(1), budget: false as const };
    const { api, asked } = apiInOutage({ lastsMs: minute }, { retry });
    const { result } = renderTen(api);
    await pass(1_500);
    const sentFor = () =>
      ten.map((route) => asked.filter(({ path }) => route.endsWith(path)).length);
    const reasons = () => result.current.map(({ failureReason }) => failureReason);
    expect(result.current.map(({ failureCount }) => failureCount)).toEqual(ten.map(() => 2));
    expect(reasons().map((error) => error?.attempts)).toEqual(sentFor());
    for (const reason of reasons())
      expect(retryProgressOf(reason)).toMatchObject({ attempt: 3, maxAttempts: 5 });
    await pass(minute);
    for (const { failureCount, error } of result.current)
      expect([failureCount, error?.retryStopped]).toEqual([5, "attempts"]);
    expect(reasons().map((error) => error?.attempts)).toEqual(sentFor());
    expect(asked.length).toBeLessThan(50);
  });

  it("gives each query its own route and path, also where rounds were not sent", async () => {
    const retry = { random: seeded(1), budget: false as const };
    const { api } = apiInOutage({ lastsMs: minute }, { retry });
    const { result } = renderTen(api);
    await pass(minute);
    expect(result.current.map(({ error }) => error?.route)).toEqual(ten);
  });

  it("gives each query, at every failure, the id of an answer to its own route", async () => {
    const given: Record<string, string[]> = {};
    const fetch = vi.fn(async (input: unknown) => {
      const { pathname } = new URL(String(input));
      const requestId = `req_${fetch.mock.calls.length}`;
      given[pathname] = [...(given[pathname] ?? []), requestId];
      return json({ error: { code: "OUT", message: "m", requestId } }, { status: 503 });
    });
    const api = quietApi(fetch, { retry: { random: seeded(2), budget: false } });
    const { result } = renderHook(
      () => ten.slice(0, 3).map((route) => useApiQuery(route)),
      underProvider({ api }),
    );
    for (let second = 0; second < 30; second += 1) {
      await pass(1_000);
      for (const [index, { failureReason }] of result.current.entries()) {
        const ids = given[`/v1/part-${index}`];
        expect(failureReason?.requestId).toBe(ids?.at(-1));
        expect(failureReason?.attempts).toBe(ids?.length);
      }
    }
    expect(result.current.map(({ failureCount }) => failureCount)).toEqual([5, 5, 5]);
    expect(fetch.mock.calls.length).toBeLessThan(15);
  });

  it("leaves nine alone when one route answers 500", async () => {
    const isOut = (path: string) => path === "/v1/part-3";
    const { api } = apiInOutage({ lastsMs: minute, status: 500, isOut });
    const { result } = renderTen(api);
    await pass(100);
    const statuses = result.current.map(({ status }) => status);
    expect(statuses).toEqual(ten.map((route) => (isOut(route.slice(4)) ? "pending" : "success")));
    await pass(minute);
  });
});

describe("the retry budget", () => {
  it("is shared by queries, mutations and bare requests", async () => {
    const api = quietApi(fakeFetch(broken).fetch, { retry: { budget: { capacity: 3 } } });
    const { result } = renderHook(
      () => ({ query: useApiQuery("GET /v1/x"), mutation: useApiMutation("PUT /v1/y") }),
      underProvider({ api }),
    );
    await pass(400);
    act(() => result.current.mutation.mutate());
    await pass(400);
    const bare = failureOf(api.request("GET /v1/z"));
    await pass(minute);
    const { query, mutation } = result.current;
    const attempts = [query.error, mutation.error, await bare].map((error) => error?.attempts ?? 0);
    expect(attempts.reduce((sum, made) => sum + made - 1, 0)).toBe(3);
    expect(query.error?.retryStopped).toBe("budget");
    expect(query.failureCount).toBe(query.error?.attempts);
  });

  it("pays nothing for queries that unmount between the yes and the attempt", async () => {
    const { fetch } = fakeFetch(broken);
    const api = quietApi(fetch, { retry: { budget: { capacity: 4 } } });
    for (let visit = 1; visit <= 20; visit += 1) {
      const { unmount } = renderHook(() => useApiQuery("GET /v1/x"), underProvider({ api }));
      await pass(10);
      unmount();
    }
    expect(fetch).toHaveBeenCalledTimes(20);
    const { result } = renderHook(() => useApiQuery("GET /v1/x"), underProvider({ api }));
    await pass(minute);
    expect(result.current.error).toMatchObject({ attempts: 5, retryStopped: "attempts" });
  });
});

describe("a rate limit", () => {
  it("holds a query's first load back, and the query then loads", async () => {
    const { fetch } = fakeFetch(limited(3), json("in"));
    const api = quietApi(fetch, { retry: { gate: "api" } });
    await failureOf(api.request("GET /v1/other", { retry: false }));
    const { result } = renderHook(() => useApiQuery("GET /v1/x"), underProvider({ api }));
    await pass(2_500);
    expect(result.current.status).toBe("pending");
    expect(fetch).toHaveBeenCalledTimes(1);
    await pass(600);
    expect(result.current.data).toBe("in");
  });

  it("that lasts fails a query at once, without an attempt or a wait, and says when it is over", async () => {
    const { fetch } = fakeFetch(limited(30));
    const api = quietApi(fetch, { retry: { gate: "api" } });
    await failureOf(api.request("GET /v1/other", { retry: false }));
    const retryAt = Date.now() + 30_000;
    const { result } = renderHook(() => useApiQuery("GET /v1/x"), underProvider({ api }));
    await pass(10);
    expect(result.current.error).toMatchObject({
      code: "HELD_BACK",
      route: "GET /v1/x",
      attempts: 0,
      retryStopped: "heldBack",
      retryAt,
    });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it("is asked about again when a page comes back into sight: what was paused does not rush in", async () => {
    const { fetch } = fakeFetch(broken, broken, broken, limited(3), json("in"));
    const api = quietApi(fetch, { retry: { gate: "api" } });
    const { result } = renderHook(
      () => ten.slice(0, 3).map((route) => useApiQuery(route)),
      underProvider({ api }),
    );
    await pass(10);
    act(() => focusManager.setFocused(false));
    await pass(10_000);
    expect(fetch).toHaveBeenCalledTimes(3);
    await failureOf(api.request("GET /v1/other", { retry: false }));
    act(() => focusManager.setFocused(true));
    await pass(2_500);
    expect(fetch).toHaveBeenCalledTimes(4);
    await pass(2_000);
    expect(result.current.map(({ data }) => data)).toEqual(["in", "in", "in"]);
  });

  it("lets go of a query that unmounts while it waits", async () => {
    const { fetch } = fakeFetch(limited(4), json("in"));
    const api = quietApi(fetch, { retry: { gate: "api" } });
    await failureOf(api.request("GET /v1/other", { retry: false }));
    const { wrapper: Wrapper } = underProvider({ api });
    function Reader() {
      useApiQuery("GET /v1/x");
      return <p>reading</p>;
    }
    function Page() {
      const [open, setOpen] = useState(true);
      return (
        <>
          <button type="button" onClick={() => setOpen(false)}>
            Close
          </button>
          {open && <Reader />}
        </>
      );
    }
    render(<Page />, { wrapper: Wrapper });
    await pass(100);
    act(() => screen.getByRole("button", { name: "Close" }).click());
    await pass(10_000);
    expect(fetch).toHaveBeenCalledTimes(1);
  });
});

describe("an idempotency key", () => {
  const reset = new TypeError("Failed to fetch");
  const keysOf = (sent: { headers: Headers }[]) =>
    sent.map(({ headers }) => headers.get("idempotency-key"));

  it("stays the same when a mutation pauses offline between two attempts, and resumes", async () => {
    const { fetch, sent } = fakeFetch(reset, json("done"));
    const { result } = renderHook(
      () => useApiMutation("POST /v1/orders", { idempotencyKey: true }),
      underProvider({ api: quietApi(fetch) }),
    );
    act(() => result.current.mutate({ body: { item: 7 } }));
    await pass(10);
    act(() => onlineManager.setOnline(false));
    await pass(10 * minute);
    expect(result.current).toMatchObject({ isPaused: true, failureCount: 1 });
    act(() => onlineManager.setOnline(true));
    await pass(10);
    expect(result.current.data).toBe("done");
    const [first, again] = keysOf(sent);
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(again).toBe(first);
  });

  it("given with the variables outlives the page: a mutation that was kept and resumes sends it again", async () => {
    const { fetch, sent } = fakeFetch(reset, json("done"));
    const options = apiMutationOptions(quietApi(fetch), "POST /v1/orders");
    const before = new QueryClient();
    const variables = { body: { item: 7 }, idempotencyKey: "order-7" };
    before
      .getMutationCache()
      .build(before, options)
      .execute(variables)
      .catch(() => {});
    await pass(10);
    onlineManager.setOnline(false);
    await pass(minute);
    const kept = structuredClone(dehydrate(before));

    const after = new QueryClient();
    after.setMutationDefaults(options.mutationKey ?? [], options);
    hydrate(after, kept);
    onlineManager.setOnline(true);
    before.clear();
    await after.resumePausedMutations();
    expect(new Set(keysOf(sent))).toEqual(new Set(["order-7"]));
    expect(after.getMutationCache().getAll()[0]?.state.data).toBe("done");
  });
});
