import { QueryClientProvider } from "@tanstack/react-query";
import { render, renderHook } from "@testing-library/react";
import { createElement } from "react";
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

describe("RecourseProvider", () => {
  it.each(noApis)("refuses %s for an API in one line", (_, given, message) => {
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

describe("an API that is none", () => {
  const given = noApis.filter(([, value]) => value !== undefined && value !== null);

  it.each(given)("is refused by every hook that is given one: %s", (_, other, message) => {
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
