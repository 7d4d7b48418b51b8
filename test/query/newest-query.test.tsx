/** What TanStack Query has, or does right, since 5.102. All else is tested with 5.89 as well. */

import { QueryClient } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import { StrictMode, useEffect, useRef } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { apiInfiniteQueryOptions } from "../../src/query/api-infinite-query-options.ts";
import { apiQueryOptions } from "../../src/query/api-query-options.ts";
import { type FailureWatch, watchFailures } from "../../src/query/failure-watch.ts";
import { useApiMutation } from "../../src/query/useApiMutation.ts";
import { retryFailingQuery } from "../../src/query/waiting-query.ts";
import { envelope, failureOf, fakeFetch, json, quietApi } from "../fetcher/fake-fetch.ts";
import { pass, underProvider } from "./under-provider.tsx";
import { unheard } from "./unheard.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

const minute = 60_000;
const busy = envelope(503, "X");

describe("a client's query()", () => {
  it("retries as the policy says, and gives what was selected", async () => {
    const { fetch } = fakeFetch(busy, json({ name: "Ann" }));
    const select = (data: unknown) => JSON.stringify(data);
    const options = apiQueryOptions(quietApi(fetch), "GET /v1/me", {}, { select });
    const data = new QueryClient().query(options);
    await vi.advanceTimersByTimeAsync(minute);
    expect(await data).toBe('{"name":"Ann"}');
  });

  it("ends with the ApiError of the last attempt", async () => {
    const options = apiQueryOptions(quietApi(fakeFetch(busy).fetch), "GET /v1/me");
    const error = failureOf(new QueryClient().query(options));
    await vi.advanceTimersByTimeAsync(minute);
    expect(await error).toMatchObject({ code: "X", attempts: 5 });
  });

  it("takes what is there where that is asked for, as ensureQueryData did", async () => {
    const { fetch } = fakeFetch(json("first"), json("second"));
    const client = new QueryClient();
    const options = apiQueryOptions(quietApi(fetch), "GET /v1/me");
    await client.query(options);
    expect(await client.query({ ...options, staleTime: "static" })).toBe("first");
    expect(fetch).toHaveBeenCalledTimes(1);
  });
});

it("a client's infiniteQuery() retries a page as the policy says", async () => {
  const { fetch, sent } = fakeFetch(busy, json({ next: 1 }));
  const options = apiInfiniteQueryOptions(
    quietApi(fetch),
    "GET /v1/x",
    { pageQuery: (page: number) => ({ page }) },
    { initialPageParam: 0, getNextPageParam: () => null },
  );
  const data = new QueryClient().infiniteQuery(options);
  await vi.advanceTimersByTimeAsync(minute);
  expect(await data).toMatchObject({ pages: [{ next: 1 }] });
  expect(sent.map(({ url }) => url.search)).toEqual(["?page=0", "?page=0"]);
});

// In 5.89 who joins a query hears of a CancelledError.
it("a loader that joined a query goes on waiting where the query is tried at once", async () => {
  const { fetch } = fakeFetch(busy, json("ok"));
  const client = new QueryClient();
  const options = apiQueryOptions(quietApi(fetch), "GET /v1/x");
  const shown = client.fetchQuery(options);
  const loader = client.fetchQuery(options);
  await vi.advanceTimersByTimeAsync(10);
  const reason = client.getQueryState(options.queryKey)?.fetchFailureReason;
  await retryFailingQuery(client, reason);
  expect(await Promise.all([shown, loader])).toEqual(["ok", "ok"]);
});

// In 5.89 Query never calls it, and the failure is a toast.
it("a mutation's failure is seen when StrictMode took the component off and put it back before the call's onError", async () => {
  const onError = vi.fn();
  const client = new QueryClient();
  const onUnseen = vi.fn<FailureWatch["onUnseen"]>();
  const stop = watchFailures(client, { ...unheard, onUnseen });
  function Saving() {
    const { mutate } = useApiMutation("POST /v1/x");
    const begun = useRef(false);
    useEffect(() => {
      if (!begun.current) mutate(undefined, { onError });
      begun.current = true;
    }, [mutate]);
    return null;
  }
  const { fetch } = fakeFetch(envelope(409, "TAKEN"));
  const { wrapper: Wrapper } = underProvider({ api: quietApi(fetch) }, client);
  render(
    <StrictMode>
      <Wrapper>
        <Saving />
      </Wrapper>
    </StrictMode>,
  );
  await pass(2_000);
  expect(onError).toHaveBeenCalledTimes(1);
  expect(onUnseen).not.toHaveBeenCalled();
  stop();
});
