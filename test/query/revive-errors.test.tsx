import {
  type DehydratedState,
  dehydrate,
  HydrationBoundary,
  hydrate,
  IsRestoringProvider,
  QueryClient,
  useMutationState,
} from "@tanstack/react-query";
import { render, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ErrorBoundary } from "../../src/components/card/ErrorBoundary.tsx";
import { RecourseProvider } from "../../src/components/provider/RecourseProvider.tsx";
import { ApiError } from "../../src/error/api-error.ts";
import { apiInfiniteQueryOptions } from "../../src/query/api-infinite-query-options.ts";
import { apiMutationOptions } from "../../src/query/api-mutation-options.ts";
import { apiQueryOptions } from "../../src/query/api-query-options.ts";
import { reviveErrors } from "../../src/query/revive-errors.ts";
import { useApiInfiniteQuery } from "../../src/query/useApiInfiniteQuery.ts";
import { useApiQuery } from "../../src/query/useApiQuery.ts";
import { envelope, failureOf, json } from "../fetcher/fake-fetch.ts";
import {
  apiOf,
  everything,
  gone,
  goneFields,
  isApiError,
  route,
  seenErrors,
  throughJson,
} from "./failed-elsewhere.ts";
import { pass, underProvider } from "./under-provider.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});

type Copy = (state: DehydratedState) => DehydratedState;
const copies: [string, Copy][] = [
  ["JSON", throughJson],
  ["structuredClone", structuredClone],
];

/** What a server, or the page's last visit, has of the query after these answers in turn. */
async function fetched(...answers: Response[]) {
  const client = new QueryClient();
  const options = apiQueryOptions(apiOf(...answers), route);
  for (const _ of answers) await client.prefetchQuery(options);
  return dehydrate(client, everything);
}

const failed = () => fetched(gone());
const failedWithData = () => fetched(json("old"), gone());

/** What the cache tells of while it is used. */
function changesOf(client: QueryClient) {
  const changes: string[] = [];
  client.getQueryCache().subscribe((event) => {
    changes.push(event.type === "updated" ? event.action.type : event.type);
  });
  return changes;
}

describe("a failed query that went through", () => {
  it.each(copies)(
    "%s is an ApiError from the first render in a HydrationBoundary on",
    async (_, copy) => {
      const state = copy(await failed());
      expect(state.queries[0]?.state.error).not.toBeInstanceOf(ApiError);
      const { seen, Query } = seenErrors();
      const { wrapper } = underProvider({ api: apiOf(json("ok")) });
      render(
        <HydrationBoundary state={state}>
          <Query />
        </HydrationBoundary>,
        { wrapper },
      );
      await pass(1_000);
      expect(seen.length).toBeGreaterThan(0);
      expect(seen.filter((error) => !isApiError(error))).toEqual([]);
      expect(new Set(seen).size).toBe(1);
      expect(seen[0]).toMatchObject(goneFields);
    },
  );

  it.each(copies)(
    "%s is one too where it was in the client before the provider",
    async (_, copy) => {
      const client = new QueryClient();
      hydrate(client, copy(await failed()));
      const { seen, Query } = seenErrors();
      render(<Query />, underProvider({ api: apiOf(json("ok")) }, client));
      await pass(1_000);
      expect(seen.filter((error) => !isApiError(error))).toEqual([]);
      expect(seen[0]).toMatchObject(goneFields);
    },
  );

  it.each(copies)(
    "%s is one too where it comes after the mount, as a persister's does",
    async (_, copy) => {
      const state = copy(await failedWithData());
      const { seen, Query } = seenErrors();
      const { client, wrapper } = underProvider({ api: apiOf(json("ok")) });
      const app = (isRestoring: boolean) => (
        <IsRestoringProvider value={isRestoring}>
          <Query />
        </IsRestoringProvider>
      );
      const { rerender } = render(app(true), { wrapper });
      await pass(100);
      hydrate(client, state);
      rerender(app(false));
      await pass(100);
      expect(seen).toHaveLength(2);
      expect(seen[0]).toBeNull();
      expect(seen[1]).toBeInstanceOf(ApiError);
      expect(seen[1]).toMatchObject(goneFields);
    },
  );

  it.each(copies)(
    "%s says what it said before, and is one error: also the last failure's reason",
    async (_, copy) => {
      const state = await failed();
      const error = state.queries[0]?.state.error;
      const client = new QueryClient();
      reviveErrors(client);
      hydrate(client, copy(state));
      const query = client.getQueryCache().getAll()[0];
      expect(JSON.stringify(query?.state.error)).toBe(JSON.stringify(error));
      expect(query?.state.error).toBeInstanceOf(ApiError);
      expect(query?.state.fetchFailureReason).toBe(query?.state.error);
    },
  );

  it("JSON reaches a boundary as an ApiError, whose predicate may ask for one", async () => {
    const { wrapper } = underProvider({ api: apiOf(json("ok")) });
    const Query = () => {
      useApiQuery(route, {}, { throwOnError: (error) => error instanceof ApiError });
      return null;
    };
    vi.spyOn(console, "error").mockImplementation(() => {});
    render(
      <HydrationBoundary state={throughJson(await failed())}>
        <ErrorBoundary
          catches={["SESSION_NOT_FOUND"]}
          fallbackRender={({ error }) => (error instanceof ApiError ? error.requestId : "a copy")}
        >
          <Query />
        </ErrorBoundary>
      </HydrationBoundary>,
      { wrapper },
    );
    expect(document.body).toHaveTextContent("req_01");
  });

  it("JSON while its retries were under way has a reason that is an ApiError, and no error", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const source = new QueryClient();
    const fetching = source.fetchQuery(apiQueryOptions(apiOf(envelope(503, "X")), route));
    await vi.advanceTimersByTimeAsync(100);
    const client = new QueryClient();
    reviveErrors(client);
    const state = dehydrate(source, everything);
    // TanStack Query 5.89 lets it reject unheard.
    for (const { promise } of state.queries) promise?.catch(() => {});
    const { queries } = throughJson(state);
    // A promise is nothing in JSON, and Query takes it for one.
    hydrate(client, { queries: queries.map(({ promise: _, ...query }) => query) });
    const error = failureOf(fetching);
    expect(client.getQueryCache().getAll()[0]?.state).toMatchObject({
      status: "pending",
      error: null,
      fetchFailureReason: expect.any(ApiError),
    });
    await vi.runAllTimersAsync();
    await error;
  });

  it("JSON has its pages as well where it is infinite, and asks for the next", async () => {
    const settings = {
      initialPageParam: 1,
      getNextPageParam: (_page: unknown, pages: unknown[]) => pages.length + 1,
      retryOnMount: false,
      refetchOnMount: false,
    };
    const request = { pageQuery: (page: number) => ({ page }) };
    const source = new QueryClient();
    const options = apiInfiniteQueryOptions(apiOf(json("one"), gone()), route, request, settings);
    await source.prefetchInfiniteQuery(options);
    await source.prefetchInfiniteQuery(options);
    const state = throughJson(dehydrate(source, everything));
    const { wrapper } = underProvider({ api: apiOf(json("two")) });
    const { result } = renderHook(() => useApiInfiniteQuery(route, request, settings), {
      wrapper: ({ children }: { children: ReactNode }) =>
        wrapper({ children: <HydrationBoundary state={state}>{children}</HydrationBoundary> }),
    });
    expect(result.current.error).toBeInstanceOf(ApiError);
    expect(result.current.data).toMatchObject({ pages: ["one"] });
    result.current.fetchNextPage();
    await pass(100);
    expect(result.current).toMatchObject({ status: "success", data: { pages: ["one", "two"] } });
  });
});

describe("a failed mutation that went through", () => {
  async function failedMutation() {
    const client = new QueryClient();
    const options = apiMutationOptions(apiOf(gone()), "PUT /v1/sessions/s1");
    await failureOf(client.getMutationCache().build(client, options).execute(undefined));
    return dehydrate(client, everything);
  }

  it.each(copies)(
    "%s is an ApiError, whether the client had it first or gets it later",
    async (_, copy) => {
      const { client, wrapper } = underProvider({ api: apiOf(json("ok")) });
      hydrate(client, copy(await failedMutation()));
      const { result } = renderHook(
        () => useMutationState({ select: ({ state }) => [state.error, state.failureReason] }),
        { wrapper },
      );
      expect(result.current).toEqual([[expect.any(ApiError), expect.any(ApiError)]]);
      hydrate(client, copy(await failedMutation()));
      await pass(100);
      expect(result.current).toHaveLength(2);
      expect(result.current[1]).toEqual([expect.any(ApiError), expect.any(ApiError)]);
      const [first, second] = client.getMutationCache().getAll();
      expect(first?.state.error).toMatchObject(goneFields);
      expect(second?.state.error).toMatchObject(goneFields);
      expect(second?.state.failureReason).toBe(second?.state.error);
    },
  );
});

describe("a server's JSON that plays an ApiError", () => {
  const forged = {
    "~recourse": "ApiError",
    kind: "aborted",
    code: "no\ncode",
    status: 500,
    route: 7,
  };
  const checked = { kind: "serverError", code: "UNKNOWN", status: 500, route: undefined };

  it("is checked where the app throws it in a query", async () => {
    const client = new QueryClient();
    reviveErrors(client);
    const queryFn = () => Promise.reject(forged);
    await client.prefetchQuery({ queryKey: ["app"], queryFn, retry: false });
    const error = client.getQueryCache().getAll()[0]?.state.error;
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject(checked);
  });

  it("is checked where a server dehydrated it", async () => {
    const client = new QueryClient();
    const state = await failed();
    for (const query of state.queries) Object.assign(query.state, { error: forged });
    reviveErrors(client);
    hydrate(client, throughJson(state));
    expect(client.getQueryCache().getAll()[0]?.state.error).toMatchObject(checked);
  });
});

describe("what is no copy of an ApiError", () => {
  class CheckoutError extends Error {}
  /** An error of another copy of the kit. */
  class ForeignError extends Error {
    readonly "~recourse" = "ApiError";
    readonly code = "X";
    toJSON() {
      return { "~recourse": this["~recourse"], code: this.code };
    }
  }

  const thrower = () => {
    throw new Error("trap");
  };

  it.each<[string, unknown]>([
    ["an Error", new Error("redacted")],
    ["an app's own error", new CheckoutError("declined")],
    ["an error that an ApiError caused", new Error("m", { cause: new ForeignError() })],
    ["a live error of another copy of the kit", new ForeignError()],
    ["{}, which JSON makes of an Error", {}],
    ["a text", "SESSION_NOT_FOUND"],
    ["null", null],
    [
      "a proxy that throws at every question",
      new Proxy({}, { get: thrower, getPrototypeOf: thrower, has: thrower, ownKeys: thrower }),
    ],
  ])("stays what it is, and nobody is told: %s", async (_, error) => {
    const client = new QueryClient();
    const state = await failed();
    const { queries } = state;
    for (const query of queries) Object.assign(query.state, { error, fetchFailureReason: error });
    reviveErrors(client);
    const changes = changesOf(client);
    hydrate(client, state);
    const query = client.getQueryCache().getAll()[0];
    expect(query?.state.error).toBe(error);
    expect(query?.state.fetchFailureReason).toBe(error);
    expect(changes).toEqual(["added"]);
  });

  it("costs no change and no render: a live ApiError's query is told of as without the kit", async () => {
    const { client, wrapper } = underProvider({ api: apiOf(gone()) });
    const changes = changesOf(client);
    let renders = 0;
    const { result } = renderHook(
      () => {
        renders += 1;
        return useApiQuery(route);
      },
      { wrapper },
    );
    await pass(1_000);
    expect(result.current.error).toMatchObject(goneFields);
    expect(changes.filter((change) => change === "setState")).toEqual([]);
    expect(renders).toBe(2);
  });
});

describe("a client", () => {
  it("is watched once, however often and in how many providers it renders", async () => {
    const client = new QueryClient();
    reviveErrors(client);
    const queries = vi.spyOn(client.getQueryCache(), "subscribe");
    const mutations = vi.spyOn(client.getMutationCache(), "subscribe");
    reviveErrors(client);
    expect(queries).not.toHaveBeenCalled();
    expect(mutations).not.toHaveBeenCalled();
  });

  it("that takes another's place is watched as well", async () => {
    const api = apiOf(json("ok"));
    const first = underProvider({ api });
    const second = underProvider({ api });
    const { rerender } = render(<first.wrapper>{null}</first.wrapper>);
    rerender(<second.wrapper>{null}</second.wrapper>);
    hydrate(second.client, throughJson(await failed()));
    expect(second.client.getQueryCache().getAll()[0]?.state.error).toBeInstanceOf(ApiError);
  });

  it("of the provider's own is watched too", async () => {
    const { seen, Query } = seenErrors();
    render(
      <RecourseProvider api={apiOf(json("ok"))}>
        <HydrationBoundary state={throughJson(await failed())}>
          <Query />
        </HydrationBoundary>
      </RecourseProvider>,
    );
    expect(seen[0]).toBeInstanceOf(ApiError);
  });
});
