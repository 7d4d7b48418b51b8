import { QueryClientProvider } from "@tanstack/react-query";
import { render, renderHook } from "@testing-library/react";
import { createElement, type ReactNode } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { RecourseProvider } from "../../../src/components/provider/RecourseProvider.tsx";
import { apiInfiniteQueryOptions } from "../../../src/query/api-infinite-query-options.ts";
import { apiMutationOptions } from "../../../src/query/api-mutation-options.ts";
import { apiQueryKey } from "../../../src/query/api-query-key.ts";
import { apiQueryOptions } from "../../../src/query/api-query-options.ts";
import { useApi } from "../../../src/query/useApi.ts";
import { useApiInfiniteQuery } from "../../../src/query/useApiInfiniteQuery.ts";
import { useApiMutation } from "../../../src/query/useApiMutation.ts";
import { useApiQuery } from "../../../src/query/useApiQuery.ts";
import { useApiStatus } from "../../../src/query/useApiStatus.ts";
import { useApiSuspenseQuery } from "../../../src/query/useApiSuspenseQuery.ts";
import { fakeFetch, json, quietApi } from "../../fetcher/fake-fetch.ts";
import { underProvider } from "../../query/under-provider.tsx";

beforeEach(() => {
  // React writes down what a render threw.
  vi.spyOn(console, "error").mockImplementation(() => {});
});

const api = quietApi(fakeFetch(json({})).fetch);

/** As a caller without types has it. */
const element = (props: object) => Reflect.apply(createElement, null, [RecourseProvider, props]);

const notMade = "api must be what createApi({ baseUrl }) gave: got";
const noApis: [string, unknown, string][] = [
  ["nothing", undefined, `${notMade} undefined`],
  ["null", null, `${notMade} null`],
  ["a URL", "https://api.example", `${notMade} "https://api.example"`],
  ["options", { baseUrl: "https://api.example" }, `${notMade} [object Object]`],
  ["createApi itself", () => api, `${notMade} [object Function]`],
];

const given = noApis.slice(1);

describe("RecourseProvider", () => {
  it.each(given)("refuses %s for an API in one line", (_, given, message) => {
    expect(() => render(element({ api: given }))).toThrow(new TypeError(message));
  });

  it.each<[string, unknown, string]>([
    ["an object", {}, "[object Object]"],
    ["a text", "client", '"client"'],
    ["a QueryClient's options", { defaultOptions: {} }, "[object Object]"],
  ])("refuses to stand below a QueryClientProvider with %s for a client", (_, client, got) => {
    const provider = Reflect.apply(createElement, null, [
      QueryClientProvider,
      { client },
      element({ api }),
    ]);
    // TanStack Query mounts its client itself, after ours has looked at it.
    expect(() => render(provider)).toThrow(
      new TypeError(`QueryClientProvider's client must be a QueryClient: got ${got}`),
    );
  });
});

describe("no API", () => {
  it.each([
    ["useApi", useApi],
    ["useApiQuery", useApiQuery, "GET /v1/x"],
    ["useApiSuspenseQuery", useApiSuspenseQuery, "GET /v1/x"],
    ["useApiInfiniteQuery", useApiInfiniteQuery, "GET /v1/x", { pageQuery: () => ({}) }, {}],
    ["useApiMutation", useApiMutation, "POST /v1/x"],
    ["useApiStatus", useApiStatus],
  ] as const)("below a provider is refused by %s in one line", (name, hook, ...args) => {
    expect(() => renderHook(() => Reflect.apply(hook, null, args), underProvider({}))).toThrow(
      new Error(
        `${name} needs an API: got none; put <RecourseProvider api={api}> around the component that calls it, and const api = createApi({ baseUrl }) outside of all components`,
      ),
    );
  });

  it("of its own leaves a provider the one of the provider around it", () => {
    const { wrapper: Outer } = underProvider({ api });
    const wrapper = ({ children }: { children: ReactNode }) => (
      <Outer>
        <RecourseProvider>{children}</RecourseProvider>
      </Outer>
    );
    expect(renderHook(() => useApi(), { wrapper }).result.current).toBe(api);
  });
});

describe("an API that is none", () => {
  it.each(given.slice(1))("is refused by every hook that is given one: %s", (_, other, message) => {
    const under = underProvider({ api });
    for (const [hook, ...args] of [
      [useApi, "useApi", other],
      [useApiQuery, "GET /v1/x", {}, { api: other }],
      [useApiSuspenseQuery, "GET /v1/x", {}, { api: other }],
      [useApiInfiniteQuery, "GET /v1/x", { pageQuery: () => ({}) }, { api: other }],
      [useApiMutation, "POST /v1/x", {}, { api: other }],
    ] as const)
      expect(() => renderHook(() => Reflect.apply(hook, null, args), under)).toThrow(
        new TypeError(message),
      );
  });

  it.each(noApis)("is refused by everything that makes options: %s", (_, other, message) => {
    for (const [make, ...args] of [
      [apiQueryOptions],
      [apiMutationOptions],
      [apiInfiniteQueryOptions, { pageQuery: () => ({}) }, {}],
      [apiQueryKey],
    ] as const)
      expect(() => Reflect.apply(make, null, [other, "GET /v1/x", ...args])).toThrow(
        new TypeError(message),
      );
  });
});
