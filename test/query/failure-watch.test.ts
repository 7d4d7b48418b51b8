import { QueryClient, QueryObserver, type QueryObserverOptions } from "@tanstack/react-query";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "../../src/error/api-error.ts";
import { type ApiQuerySettings, apiQueryOptions } from "../../src/query/api-query-options.ts";
import { type FailureWatch, watchFailures } from "../../src/query/failure-watch.ts";
import { envelope, fakeFetch, json, quietApi, silentFetch } from "../fetcher/fake-fetch.ts";
import { unheard } from "./unheard.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

const gone = envelope(404, "GONE");
const route = "GET /v1/x";

function watched() {
  const client = new QueryClient();
  const onUnseen = vi.fn<FailureWatch["onUnseen"]>();
  const stop = watchFailures(client, { ...unheard, onUnseen });
  return { client, onUnseen, stop };
}

/** Shows data, then refetches with the answers that follow. */
async function refetched(
  answers: Response[],
  settings: ApiQuerySettings<unknown> & Pick<QueryObserverOptions, "throwOnError"> = {},
) {
  const watch = watched();
  const { fetch } = fakeFetch(json("old"), ...answers);
  const options = apiQueryOptions(quietApi(fetch), route, {}, settings);
  const observer = new QueryObserver(watch.client, options);
  const unsubscribe = observer.subscribe(() => {});
  await vi.advanceTimersByTimeAsync(10);
  observer.refetch();
  await vi.advanceTimersByTimeAsync(60_000);
  return { ...watch, fetch, observer, options, unsubscribe };
}

describe("a query's failure", () => {
  it("is unseen when older data shows", async () => {
    const { onUnseen, observer } = await refetched([gone]);
    expect(observer.getCurrentResult()).toMatchObject({ data: "old", error: { code: "GONE" } });
    expect(onUnseen.mock.calls.map(([error]) => error)).toEqual([
      observer.getCurrentResult().error,
    ]);
  });

  it("is unseen once, after its last attempt", async () => {
    const { onUnseen, fetch } = await refetched([envelope(503, "X")]);
    expect(fetch).toHaveBeenCalledTimes(1 + 5);
    expect(onUnseen).toHaveBeenCalledTimes(1);
  });

  it("is the component's to show when it is the first load's", async () => {
    const { client, onUnseen } = watched();
    const options = apiQueryOptions(quietApi(fakeFetch(gone).fetch), route);
    new QueryObserver(client, options).subscribe(() => {});
    await vi.advanceTimersByTimeAsync(10);
    expect(client.getQueryState(options.queryKey)?.status).toBe("error");
    expect(onUnseen).not.toHaveBeenCalled();
  });

  it("is nobody's when nothing shows the query, as after a prefetch", async () => {
    const { client, onUnseen } = watched();
    const options = apiQueryOptions(quietApi(fakeFetch(json("old"), gone).fetch), route);
    await client.prefetchQuery(options);
    await client.prefetchQuery(options);
    expect(client.getQueryState(options.queryKey)?.status).toBe("error");
    expect(onUnseen).not.toHaveBeenCalled();
  });

  it.each([
    ["true", true],
    ["a function that says so", (error: ApiError) => error.status === 404],
  ])("is the boundary's when throwOnError is %s", async (_, throwOnError) => {
    const { onUnseen } = await refetched([gone], { throwOnError });
    expect(onUnseen).not.toHaveBeenCalled();
  });

  it.each([
    ["false", false],
    ["a function that says no", (error: ApiError) => error.status === 500],
  ])("is unseen when throwOnError is %s", async (_, throwOnError) => {
    const { onUnseen } = await refetched([gone], { throwOnError });
    expect(onUnseen).toHaveBeenCalledTimes(1);
  });

  it("is never shown with meta errorToast false", async () => {
    const { onUnseen } = await refetched([gone], { meta: { errorToast: false } });
    expect(onUnseen).not.toHaveBeenCalled();
  });

  it("is always shown with meta errorToast true, also of a first load and unobserved", async () => {
    const { client, onUnseen } = watched();
    const settings = { meta: { errorToast: true } };
    const options = apiQueryOptions(quietApi(fakeFetch(gone).fetch), route, {}, settings);
    await client.prefetchQuery(options);
    expect(onUnseen).toHaveBeenCalledTimes(1);
  });

  it("is told once, however many show the query", async () => {
    const { client, onUnseen } = watched();
    const options = apiQueryOptions(quietApi(fakeFetch(json("old"), gone).fetch), route);
    const observers = Array.from({ length: 10 }, () => new QueryObserver(client, options));
    for (const observer of observers) observer.subscribe(() => {});
    await vi.advanceTimersByTimeAsync(10);
    await client.refetchQueries();
    await vi.advanceTimersByTimeAsync(10);
    expect(onUnseen).toHaveBeenCalledTimes(1);
  });

  it("is none when it was cancelled", async () => {
    const { client, onUnseen } = watched();
    const options = apiQueryOptions(
      quietApi(silentFetch),
      route,
      {},
      { meta: { errorToast: true } },
    );
    const observer = new QueryObserver(client, options);
    const unsubscribe = observer.subscribe(() => {});
    await vi.advanceTimersByTimeAsync(10);
    await client.cancelQueries();
    unsubscribe();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(onUnseen).not.toHaveBeenCalled();
  });

  it("comes with a retry that fetches this query again, and rejects where it fails again", async () => {
    const { onUnseen, fetch, observer } = await refetched([gone, gone, json("new")]);
    const retry = onUnseen.mock.calls[0]?.[1]?.send;
    await expect(retry?.()).rejects.toMatchObject({ code: "GONE" });
    await retry?.();
    expect(observer.getCurrentResult().data).toBe("new");
    expect(fetch).toHaveBeenCalledTimes(4);
  });

  it("of somebody else's query, which is no ApiError, is left alone", async () => {
    const { client, onUnseen } = watched();
    const queryFn = vi.fn().mockResolvedValueOnce("old").mockRejectedValue(new Error("theirs"));
    new QueryObserver(client, { queryKey: ["x"], queryFn, retry: false }).subscribe(() => {});
    await vi.advanceTimersByTimeAsync(10);
    await client.refetchQueries();
    expect(onUnseen).not.toHaveBeenCalled();
  });

  it("is told to nobody once the watch has ended", async () => {
    const { client, onUnseen, stop } = watched();
    stop();
    const settings = { meta: { errorToast: true } };
    await client.prefetchQuery(
      apiQueryOptions(quietApi(fakeFetch(gone).fetch), route, {}, settings),
    );
    expect(onUnseen).not.toHaveBeenCalled();
  });
});

describe("a mutation's failure", () => {
  it("is checked where the app throws a server's JSON that plays an ApiError", async () => {
    const { client, onUnseen } = watched();
    const forged = { "~recourse": "ApiError", kind: "aborted", status: 500, route: ["/v1"] };
    const options = { mutationFn: () => Promise.reject(forged), meta: { errorToast: true } };
    const mutation = client.getMutationCache().build(client, options);
    await expect(mutation.execute(undefined)).rejects.toBe(forged);
    expect(onUnseen.mock.calls.map(([error]) => error)).toEqual([expect.any(ApiError)]);
    expect(onUnseen.mock.calls[0]?.[0]).toMatchObject({ kind: "serverError", route: undefined });
  });
});
