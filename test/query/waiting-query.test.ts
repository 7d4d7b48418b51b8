import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { apiInfiniteQueryOptions } from "../../src/query/api-infinite-query-options.ts";
import { apiQueryOptions } from "../../src/query/api-query-options.ts";
import { cancelFailingQuery, retryFailingQuery } from "../../src/query/waiting-query.ts";
import { envelope, fakeFetch, json, quietApi, thrownBy } from "../fetcher/fake-fetch.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

const busy = envelope(503, "X");
const patient = { baseDelayMs: 60_000, maxDelayMs: 60_000 };

/** A query that is observed and waits 30 s for its second attempt. */
async function failing(...next: Response[]) {
  const onError = vi.fn();
  const { fetch, sent } = fakeFetch(busy, ...next);
  const client = new QueryClient();
  const options = apiQueryOptions(quietApi(fetch, { onError, retry: patient }), "GET /v1/x");
  const observer = new QueryObserver(client, options);
  const stop = observer.subscribe(() => {});
  await vi.advanceTimersByTimeAsync(10);
  const reason = observer.getCurrentResult().failureReason;
  return { client, options, observer, stop, reason, fetch, sent, onError };
}

/** The same of one that shows older data, and is being fetched again. */
async function failingAgain(client: QueryClient, ...next: Response[]) {
  const { fetch } = fakeFetch(json("old"), busy, ...next);
  const options = apiQueryOptions(quietApi(fetch, { retry: patient }), "GET /v1/x");
  const observer = new QueryObserver(client, options);
  observer.subscribe(() => {});
  await vi.advanceTimersByTimeAsync(10);
  observer.refetch();
  await vi.advanceTimersByTimeAsync(10);
  return observer;
}

describe("retryFailingQuery", () => {
  it("tries at once instead of after the wait", async () => {
    const { client, observer, reason, fetch } = await failing(json("ok"));
    await retryFailingQuery(client, reason);
    expect(fetch).toHaveBeenCalledTimes(2);
    expect(observer.getCurrentResult().data).toBe("ok");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it("counts its attempts anew", async () => {
    const { client, observer, reason } = await failing(busy);
    const retried = retryFailingQuery(client, reason);
    await vi.advanceTimersByTimeAsync(10);
    expect(observer.getCurrentResult()).toMatchObject({
      failureCount: 1,
      failureReason: { attempts: 1 },
      fetchStatus: "fetching",
    });
    expect(observer.getCurrentResult().failureReason).not.toBe(reason);
    observer.destroy();
    await retried;
  });

  it("keeps older data in sight", async () => {
    const client = new QueryClient();
    const observer = await failingAgain(client, json("new"));
    const retried = retryFailingQuery(client, observer.getCurrentResult().failureReason);
    expect(observer.getCurrentResult().data).toBe("old");
    await retried;
    expect(observer.getCurrentResult().data).toBe("new");
  });

  it("asks for the next page again where that failed, and not for all pages", async () => {
    const { fetch, sent } = fakeFetch(json({ next: 1 }), busy, json({ next: null }));
    const client = new QueryClient();
    const options = apiInfiniteQueryOptions(
      quietApi(fetch, { retry: patient }),
      "GET /v1/x",
      { pageQuery: (page: number) => ({ page }) },
      { initialPageParam: 0, getNextPageParam: (_, pages) => (pages.length < 2 ? 1 : null) },
    );
    await client.fetchInfiniteQuery(options);
    const query = client.getQueryCache().getAll()[0];
    const more = query?.fetch(undefined, { meta: { fetchMore: { direction: "forward" } } });
    await vi.advanceTimersByTimeAsync(10);
    await retryFailingQuery(client, query?.state.fetchFailureReason);
    await more;
    expect(sent.map(({ url }) => url.search)).toEqual(["?page=0", "?page=1", "?page=1"]);
    expect(query?.state.data).toMatchObject({ pages: [{ next: 1 }, { next: null }] });
  });

  it.each([null, undefined, new Error("another")])("does nothing for %o", async (reason) => {
    const { client, fetch, stop } = await failing();
    await retryFailingQuery(client, reason);
    await cancelFailingQuery(client, reason);
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(client.isFetching()).toBe(1);
    stop();
  });
});

describe("cancelFailingQuery", () => {
  it("ends the wait and makes the last failure the error", async () => {
    const { client, observer, reason, fetch } = await failing(json("late"));
    await cancelFailingQuery(client, reason);
    expect(observer.getCurrentResult()).toMatchObject({ status: "error", fetchStatus: "idle" });
    expect(observer.getCurrentResult().error).toBe(reason);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(observer.getCurrentResult().error).toBe(reason);
  });

  it("lets the query be fetched again", async () => {
    const { client, observer, reason } = await failing(json("ok"));
    await cancelFailingQuery(client, reason);
    await observer.refetch();
    expect(observer.getCurrentResult()).toMatchObject({ status: "success", data: "ok" });
  });

  it("leaves older data there, and stale", async () => {
    const client = new QueryClient({ defaultOptions: { queries: { staleTime: 60_000 } } });
    const observer = await failingAgain(client);
    await cancelFailingQuery(client, observer.getCurrentResult().failureReason);
    expect(observer.getCurrentResult()).toMatchObject({ data: "old", isStale: true });
  });

  it("tells the API's onError nothing: the person wanted it", async () => {
    const { client, reason, onError } = await failing();
    await cancelFailingQuery(client, reason);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(onError).not.toHaveBeenCalled();
  });

  it("ends the waiting of a loader as well", async () => {
    const { client, options, reason } = await failing();
    const loader = thrownBy(client.fetchQuery(options));
    await cancelFailingQuery(client, reason);
    expect(await loader).toBeInstanceOf(Error);
  });
});
