import { QueryClient } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { Suspense } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import * as z from "zod/mini";
import { ErrorBoundary } from "../../src/components/card/ErrorBoundary.tsx";
import { apiQueryOptions } from "../../src/query/api-query-options.ts";
import { useApiSuspenseQuery } from "../../src/query/useApiSuspenseQuery.ts";
import { envelope, fakeFetch, json, quietApi } from "../fetcher/fake-fetch.ts";
import { pass, underProvider } from "./under-provider.tsx";

beforeEach(() => {
  vi.useFakeTimers();
  // React writes down what a render threw.
  vi.spyOn(console, "error").mockImplementation(() => {});
});

function Name() {
  const { data } = useApiSuspenseQuery("GET /v1/me", { schema: z.object({ name: z.string() }) });
  return <p>{data.name}</p>;
}

const section = (
  <ErrorBoundary fallbackRender={({ error }) => <p>failed: {String(error)}</p>}>
    <Suspense fallback={<p>loading</p>}>
      <Name />
    </Suspense>
  </ErrorBoundary>
);

describe("useApiSuspenseQuery", () => {
  it("suspends while there is no data, then has it", async () => {
    const api = quietApi(fakeFetch(json({ name: "Ada" })).fetch);
    render(section, underProvider({ api }));
    expect(screen.getByText("loading")).toBeVisible();
    await pass(10);
    expect(screen.getByText("Ada")).toBeVisible();
  });

  it("sends 5 requests in all before it throws to the boundary", async () => {
    const { fetch } = fakeFetch(envelope(503, "X"));
    render(section, underProvider({ api: quietApi(fetch) }));
    await pass(5_000);
    expect(screen.getByText("loading")).toBeInTheDocument();
    await pass(60_000);
    expect(screen.getByText("failed: ApiError: m")).toBeVisible();
    expect(fetch).toHaveBeenCalledTimes(5);
  });

  it("shares its data with useApiQuery and the option factories", async () => {
    const { fetch } = fakeFetch(json({ name: "Ada" }));
    const api = quietApi(fetch);
    const client = new QueryClient({ defaultOptions: { queries: { staleTime: 60_000 } } });
    await client.prefetchQuery(apiQueryOptions(api, "GET /v1/me"));
    render(section, underProvider({ api }, client));
    expect(screen.getByText("Ada")).toBeVisible();
    expect(fetch).toHaveBeenCalledTimes(1);
  });
});
