// @vitest-environment node
import { QueryClient } from "@tanstack/react-query";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ErrorCard } from "../../src/components/ErrorCard.tsx";
import { ErrorToaster } from "../../src/components/ErrorToaster.tsx";
import { OfflineNotice } from "../../src/components/OfflineNotice.tsx";
import { RecourseProvider } from "../../src/components/RecourseProvider.tsx";
import { RetryStatus } from "../../src/components/RetryStatus.tsx";
import { apiMutationOptions } from "../../src/query/api-mutation-options.ts";
import { apiQueryOptions } from "../../src/query/api-query-options.ts";
import { useApiQuery } from "../../src/query/useApiQuery.ts";
import { envelope, failureOf, fakeFetch, json, quietApi } from "../fetcher/fake-fetch.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

describe("on a server, where there is no window", () => {
  it("a query is not retried", async () => {
    expect(typeof window).toBe("undefined");
    const { fetch } = fakeFetch(envelope(503, "X"), json("ok"));
    const done = new QueryClient().fetchQuery(apiQueryOptions(quietApi(fetch), "GET /v1/x"));
    const error = failureOf(done);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(await error).toMatchObject({ code: "X", attempts: 1, retryStopped: "disabled" });
  });

  it("a query is not retried either where its own retry asks for it", async () => {
    const { fetch } = fakeFetch(envelope(503, "X"), json("ok"));
    const options = apiQueryOptions(quietApi(fetch), "GET /v1/x", {}, { retry: 3 });
    const error = failureOf(new QueryClient().fetchQuery(options));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await error).toMatchObject({ attempts: 1 });
  });

  it("a mutation is not retried", async () => {
    const { fetch } = fakeFetch(envelope(503, "X"), json("ok"));
    const client = new QueryClient();
    const options = apiMutationOptions(quietApi(fetch), "PUT /v1/x");
    const error = failureOf(client.getMutationCache().build(client, options).execute(undefined));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await error).toMatchObject({ attempts: 1, retryStopped: "disabled" });
  });

  it("a bare request is retried, as anywhere", async () => {
    const { fetch } = fakeFetch(envelope(503, "X"), json("ok"));
    const done = quietApi(fetch).request("GET /v1/x");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await done).toBe("ok");
  });

  it("every component renders", () => {
    const api = quietApi(fakeFetch(json({})).fetch);
    const Status = () => createElement(RetryStatus, { of: useApiQuery("GET /v1/x") });
    const html = renderToString(
      createElement(
        RecourseProvider,
        { api },
        createElement(ErrorCard, { error: new Error("e"), onRetry: () => {} }),
        createElement(Status),
        createElement(OfflineNotice),
        createElement(ErrorToaster),
      ),
    );
    expect(html).toContain("This didn’t work as it should");
    expect(html).toContain('role="status"');
  });
});
