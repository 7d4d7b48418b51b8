import { dehydrate, HydrationBoundary, hydrate, QueryClient } from "@tanstack/react-query";
import { render, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "../../src/error/api-error.ts";
import { apiQueryOptions } from "../../src/query/api-query-options.ts";
import { useApiQuery } from "../../src/query/useApiQuery.ts";
import { failureOf, json } from "../fetcher/fake-fetch.ts";
import {
  apiOf,
  everything,
  gone,
  goneFields,
  isApiError,
  route,
  seenErrors,
} from "./failed-elsewhere.ts";
import { pass, underProvider } from "./under-provider.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});

describe("a promise that a server streams", () => {
  /** A query that is under way elsewhere, and whose promise is handed over in the way frameworks do. */
  async function streamed(overCopy: (error: unknown) => unknown) {
    const source = new QueryClient();
    const api = apiOf(gone());
    const fetching = source.fetchQuery(apiQueryOptions(api, route));
    const state = dehydrate(source, { ...everything, shouldRedactErrors: () => false });
    const error = failureOf(fetching);
    const queries = state.queries.map((query) => {
      const promise = Promise.resolve(query.promise).catch((thrown: unknown) => {
        throw overCopy(thrown);
      });
      promise.catch(() => {});
      return { ...query, promise };
    });
    return { state: { ...state, queries }, error };
  }

  it.each<[string, (error: unknown) => unknown]>([
    ["a plain copy", (error) => JSON.parse(JSON.stringify(error))],
    ["a clone", structuredClone],
    [
      "an Error with the fields that a serialiser put back",
      (error) => Object.assign(new Error("m"), JSON.parse(JSON.stringify(error))),
    ],
  ])("and that rejects with %s is an ApiError whenever it is rendered", async (_, overCopy) => {
    const { state } = await streamed(overCopy);
    const client = new QueryClient({ defaultOptions: { hydrate: { queries: { retry: false } } } });
    const { wrapper } = underProvider({ api: apiOf(json("ok")) }, client);
    const { seen, Query } = seenErrors();
    render(
      <HydrationBoundary state={state}>
        <Query />
      </HydrationBoundary>,
      { wrapper },
    );
    await pass(1_000);
    expect(seen[0]).toBeNull();
    expect(seen.at(-1)).toMatchObject(goneFields);
    expect(seen.filter((error) => error !== null && !isApiError(error))).toEqual([]);
  });

  it("and that rejects is the reason, as an ApiError, while Query waits to ask from here", async () => {
    const { state } = await streamed((error) => JSON.parse(JSON.stringify(error)));
    const { wrapper } = underProvider({ api: apiOf(json("ok")) });
    const { result } = renderHook(() => useApiQuery(route), {
      wrapper: ({ children }: { children: ReactNode }) =>
        wrapper({ children: <HydrationBoundary state={state}>{children}</HydrationBoundary> }),
    });
    await pass(500);
    expect(result.current).toMatchObject({ status: "pending", failureCount: 1 });
    expect(result.current.failureReason).toBeInstanceOf(ApiError);
    await pass(1_000);
    expect(result.current).toMatchObject({ status: "success", data: "ok", failureReason: null });
  });

  it("and that fails over data that shows is told of as an ApiError", async () => {
    const onError = vi.fn();
    const { client, wrapper } = underProvider({ api: apiOf(json("old")), onError });
    renderHook(() => useApiQuery(route), { wrapper });
    await pass(1_000);
    const { state } = await streamed((error) => JSON.parse(JSON.stringify(error)));
    hydrate(client, state);
    await pass(1_000);
    expect(onError.mock.calls).toEqual([[expect.any(ApiError)]]);
    expect(onError.mock.calls[0]?.[0]).toBe(client.getQueryCache().getAll()[0]?.state.error);
  });
});
