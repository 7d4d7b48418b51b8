/** What TanStack Query has from 5.102 on. All else is tested with 5.89 as well. */

import { QueryClient } from "@tanstack/react-query";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { apiInfiniteQueryOptions } from "../../src/query/api-infinite-query-options.ts";
import { apiQueryOptions } from "../../src/query/api-query-options.ts";
import { envelope, failureOf, fakeFetch, json, quietApi } from "../fetcher/fake-fetch.ts";

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
