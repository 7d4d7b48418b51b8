import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { useApi } from "../../src/query/useApi.ts";
import { useApiInfiniteQuery } from "../../src/query/useApiInfiniteQuery.ts";
import { useApiMutation } from "../../src/query/useApiMutation.ts";
import { useApiQuery } from "../../src/query/useApiQuery.ts";
import { useApiStatus } from "../../src/query/useApiStatus.ts";
import { useApiSuspenseQuery } from "../../src/query/useApiSuspenseQuery.ts";
import { fakeFetch, json, quietApi } from "../fetcher/fake-fetch.ts";
import { underProvider } from "./under-provider.tsx";

beforeEach(() => {
  // React writes down what a render threw.
  vi.spyOn(console, "error").mockImplementation(() => {});
});

const infinite = () =>
  useApiInfiniteQuery(
    "GET /v1/x",
    { pageQuery: () => ({}) },
    { initialPageParam: 0, getNextPageParam: () => null },
  );

const hooks: [string, () => unknown][] = [
  ["useApi", () => useApi()],
  ["useApiQuery", () => useApiQuery("GET /v1/x")],
  ["useApiSuspenseQuery", () => useApiSuspenseQuery("GET /v1/x")],
  ["useApiInfiniteQuery", infinite],
  ["useApiMutation", () => useApiMutation("POST /v1/x")],
  ["useApiStatus", () => useApiStatus()],
];

function UnderQueryOnly({ children }: { children: ReactNode }) {
  return <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>;
}

describe("without a RecourseProvider", () => {
  it.each(hooks)("%s says what to add", (name, hook) => {
    expect(() => renderHook(hook)).toThrow(
      new Error(
        `${name} needs an API: got none; put <RecourseProvider api={api}> around the component that calls it, and const api = createApi({ baseUrl }) outside of all components`,
      ),
    );
  });

  it.each(hooks)("%s says so below a QueryClientProvider, too", (name, hook) => {
    expect(() => renderHook(hook, { wrapper: UnderQueryOnly })).toThrow(`${name} needs an API`);
  });
});

describe("useApi", () => {
  it("gives the provider's API", () => {
    const api = quietApi(fakeFetch(json({})).fetch);
    const { result } = renderHook(() => useApi(), underProvider({ api }));
    expect(result.current).toBe(api);
  });
});
