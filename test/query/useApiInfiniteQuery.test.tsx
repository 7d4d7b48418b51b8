import { useInfiniteQuery } from "@tanstack/react-query";
import { renderHook } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import * as z from "zod/mini";
import { ApiError } from "../../src/error/api-error.ts";
import { apiInfiniteQueryOptions } from "../../src/query/api-infinite-query-options.ts";
import { useApiInfiniteQuery } from "../../src/query/useApiInfiniteQuery.ts";
import { envelope, fakeFetch, json, quietApi } from "../fetcher/fake-fetch.ts";
import { pass, underProvider } from "./under-provider.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});

const Page = z.object({ items: z.array(z.string()), next: z.nullable(z.string()) });
const page = (items: string[], next: string | null) => json({ items, next });

/** Spread, because TanStack Query renders again only for what is read in a render. */
const useMessages = () => ({
  ...useApiInfiniteQuery(
    "GET /v1/messages",
    {
      query: { limit: 2 },
      schema: Page,
      pageQuery: (cursor: string | null) => ({ cursor }),
    },
    { initialPageParam: null, getNextPageParam: ({ next }) => next },
  ),
});

describe("useApiInfiniteQuery", () => {
  it("asks page by page, the page parameter laid over the query", async () => {
    const { fetch, sent } = fakeFetch(page(["a"], "c1"), page(["b"], null));
    const { result } = renderHook(useMessages, underProvider({ api: quietApi(fetch) }));
    await pass(10);
    expect(result.current.hasNextPage).toBe(true);
    result.current.fetchNextPage();
    await pass(10);
    expect(result.current.data?.pages.flatMap(({ items }) => items)).toEqual(["a", "b"]);
    expect(result.current.hasNextPage).toBe(false);
    expect(sent.map(({ url }) => url.search)).toEqual(["?limit=2", "?limit=2&cursor=c1"]);
  });

  it("retries a next page 5 times in all and keeps the pages before", async () => {
    const { fetch } = fakeFetch(page(["a"], "c1"), envelope(503, "X"));
    const { result } = renderHook(useMessages, underProvider({ api: quietApi(fetch) }));
    await pass(10);
    result.current.fetchNextPage();
    await pass(60_000);
    expect(fetch).toHaveBeenCalledTimes(1 + 5);
    expect(result.current.isFetchNextPageError).toBe(true);
    expect(result.current.error).toMatchObject({ code: "X", attempts: 5 });
    expect(result.current.data?.pages).toHaveLength(1);
  });

  it("has null for a page without content of which the schema makes undefined", async () => {
    const request = { pageQuery: () => ({}), schema: z.optional(Page) };
    const settings = { initialPageParam: 1, getNextPageParam: () => null };
    const { result } = renderHook(
      () => ({ ...useApiInfiniteQuery("GET /v1/messages", request, settings) }),
      underProvider({ api: quietApi(fakeFetch(new Response("")).fetch) }),
    );
    await pass(10);
    expect(result.current.data?.pages).toEqual([null]);
  });

  it("has an ApiError for an error also where pageQuery throws", async () => {
    const { fetch } = fakeFetch(json({}));
    const useBroken = () =>
      useApiInfiniteQuery(
        "GET /v1/messages",
        {
          pageQuery: () => {
            throw new Error("no page");
          },
        },
        { initialPageParam: null, getNextPageParam: () => null },
      );
    const { result } = renderHook(useBroken, underProvider({ api: quietApi(fetch) }));
    await pass(60_000);
    expect(result.current.error).toBeInstanceOf(ApiError);
    expect(result.current.error).toMatchObject({ message: "no page" });
    expect(fetch).not.toHaveBeenCalled();
  });

  it("gives every page an Idempotency-Key of its own, and keeps it over attempts", async () => {
    const { fetch, sent } = fakeFetch(
      json({ items: ["a"], next: "c1" }),
      json({ items: ["b"], next: null }),
      envelope(503, "X"),
      json({ items: ["a"], next: "c1" }),
      json({ items: ["b"], next: null }),
    );
    const useSearch = () =>
      useApiInfiniteQuery(
        "POST /v1/search",
        { schema: Page, idempotencyKey: true, pageQuery: (cursor: string | null) => ({ cursor }) },
        { initialPageParam: null, getNextPageParam: ({ next }) => next },
      );
    const { result } = renderHook(useSearch, underProvider({ api: quietApi(fetch) }));
    await pass(10);
    result.current.fetchNextPage();
    await pass(10);
    result.current.refetch();
    await pass(10_000);
    const keys = sent.map(({ headers }) => headers.get("idempotency-key"));
    expect(keys).toHaveLength(5);
    expect(keys[3]).toBe(keys[2]);
    expect(new Set(keys).size).toBe(4);
  });
});

describe("a page whose parameter is made anew each time", () => {
  const useObjects = (idempotencyKey = false) => ({
    ...useApiInfiniteQuery(
      "POST /v1/search",
      {
        schema: Page,
        idempotencyKey,
        pageQuery: ({ cursor }: { cursor: string }) => ({ cursor }),
      },
      {
        initialPageParam: { cursor: "c0" },
        getNextPageParam: ({ next }) => (next === null ? null : { cursor: next, at: new Date() }),
      },
    ),
  });

  it("is asked for 5 times in all, as one call", async () => {
    const { fetch, sent } = fakeFetch(page(["a"], "c1"), envelope(500, "X"));
    const { result } = renderHook(() => useObjects(true), underProvider({ api: quietApi(fetch) }));
    await pass(10);
    result.current.fetchNextPage();
    await pass(60_000);
    expect(result.current.error).toMatchObject({ code: "X", attempts: 5 });
    expect(fetch).toHaveBeenCalledTimes(1 + 5);
    const keys = sent.map(({ headers }) => headers.get("idempotency-key"));
    expect(new Set(keys.slice(1)).size).toBe(1);
  });

  it("is asked for 5 times where somebody gives it another signal each time, too", async () => {
    const { fetch } = fakeFetch(page(["a"], "c1"), envelope(500, "X"));
    const api = quietApi(fetch);
    const options = apiInfiniteQueryOptions(
      api,
      "GET /v1/items",
      { schema: Page, pageQuery: (cursor: string) => ({ cursor }) },
      { initialPageParam: "c0", getNextPageParam: ({ next }) => next },
    );
    const { queryFn } = options;
    if (typeof queryFn !== "function") throw new Error("it has a function");
    const wrapped: typeof queryFn = (context) => {
      const signal = AbortSignal.any([context.signal]);
      return queryFn({ ...context, signal });
    };
    const { result } = renderHook(
      () => useInfiniteQuery({ ...options, queryFn: wrapped }),
      underProvider({ api }),
    );
    await pass(10);
    result.current.fetchNextPage();
    await pass(120_000);
    expect(fetch).toHaveBeenCalledTimes(1 + 5);
  });

  it("may take all its attempts, and so may the next", async () => {
    const down = envelope(500, "X");
    const { fetch } = fakeFetch(
      page(["a"], "c1"),
      page(["b"], null),
      ...[down, down, down, page(["a"], "c1")],
      ...[down, down, down, page(["b"], null)],
    );
    const api = quietApi(fetch, { retry: { budget: false } });
    const { result } = renderHook(() => useObjects(), underProvider({ api }));
    await pass(10);
    result.current.fetchNextPage();
    await pass(10);
    result.current.refetch();
    await pass(60_000);
    expect(fetch).toHaveBeenCalledTimes(10);
    expect(result.current).toMatchObject({ isError: false, isFetching: false });
  });

  it("ends in a refetch of all pages as well, at the page that fails", async () => {
    const { fetch, sent } = fakeFetch(
      page(["a"], "c1"),
      page(["b"], "c2"),
      page(["a"], "c1"),
      envelope(500, "X"),
    );
    const { result } = renderHook(() => useObjects(), underProvider({ api: quietApi(fetch) }));
    await pass(10);
    result.current.fetchNextPage();
    await pass(10);
    result.current.refetch();
    await pass(60_000);
    expect(result.current.error).toMatchObject({ code: "X", attempts: 5 });
    expect(sent.map(({ url }) => url.searchParams.get("cursor"))).toEqual([
      ...["c0", "c1"],
      ...["c0", "c1", "c1", "c1", "c1", "c1"],
    ]);
  });
});
