import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { apiQueryOptions } from "../../src/query/api-query-options.ts";
import { resetUnusedFailedQueries } from "../../src/query/query-reset.ts";
import { envelope, failureOf, fakeFetch, json, quietApi } from "../fetcher/fake-fetch.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

const gone = envelope(404, "GONE");
const setUp = (...answers: Response[]) => {
  const { fetch } = fakeFetch(...answers);
  return {
    fetch,
    client: new QueryClient(),
    options: apiQueryOptions(quietApi(fetch), "GET /v1/x"),
  };
};

describe("resetUnusedFailedQueries", () => {
  it("lets a failed query start afresh when it is used next", async () => {
    const { client, options } = setUp(gone, json("ok"));
    await failureOf(client.fetchQuery(options));
    resetUnusedFailedQueries(client);
    const observer = new QueryObserver(client, { ...options, retryOnMount: false });
    observer.subscribe(() => {});
    await vi.advanceTimersByTimeAsync(10);
    expect(observer.getCurrentResult().data).toBe("ok");
  });

  it("keeps the data that was there before the failure, and takes it for stale", async () => {
    const { client, options } = setUp(json("old"), gone);
    await client.fetchQuery(options);
    await failureOf(client.fetchQuery(options));
    resetUnusedFailedQueries(client);
    expect(client.getQueryState(options.queryKey)).toMatchObject({
      status: "success",
      data: "old",
      error: null,
      isInvalidated: true,
    });
  });

  it("leaves a failed query that is still shown alone", async () => {
    const { client, options } = setUp(gone);
    const observer = new QueryObserver(client, options);
    observer.subscribe(() => {});
    await vi.advanceTimersByTimeAsync(10);
    resetUnusedFailedQueries(client);
    const failed = { status: "error", error: { code: "GONE" } };
    expect(observer.getCurrentResult()).toMatchObject(failed);
    expect(client.getQueryState(options.queryKey)).toMatchObject(failed);
  });

  it("leaves a query that has not failed alone", async () => {
    const { client, options } = setUp(json("ok"));
    await client.fetchQuery(options);
    const before = client.getQueryState(options.queryKey);
    resetUnusedFailedQueries(client);
    expect(client.getQueryState(options.queryKey)).toBe(before);
  });

  it.each([
    ["never had data", [gone]],
    ["had data", [json("old"), gone]],
  ])("lets a query that %s be collected as any other", async (_, answers) => {
    const { client, options } = setUp(...answers);
    for (const _answer of answers) await client.fetchQuery(options).catch(() => {});
    resetUnusedFailedQueries(client);
    await vi.advanceTimersByTimeAsync(24 * 3_600_000);
    expect(client.getQueryCache().getAll()).toEqual([]);
  });
});
