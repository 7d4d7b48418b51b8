import { onlineManager } from "@tanstack/react-query";
import { renderHook } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { bearer } from "../../src/fetcher/bearer.ts";
import { apiKey } from "../../src/fetcher/credentials.ts";
import { useApiInfiniteQuery } from "../../src/query/useApiInfiniteQuery.ts";
import { useApiMutation } from "../../src/query/useApiMutation.ts";
import { useApiQuery } from "../../src/query/useApiQuery.ts";
import { envelope, fakeFetch, json, quietApi } from "../fetcher/fake-fetch.ts";
import { pass, underProvider } from "./under-provider.tsx";

const unsigned = { credentials: false } as const;

/** Each reads its error while it renders: TanStack Query renders again for what was read. */
const requests: [string, () => { error: unknown; begin?: () => void }][] = [
  ["query", () => ({ error: useApiQuery("GET /v1/plans", unsigned).error })],
  [
    "query of pages",
    () => {
      const { error } = useApiInfiniteQuery(
        "GET /v1/plans",
        { ...unsigned, pageQuery: (page: number) => ({ page }) },
        { initialPageParam: 1, getNextPageParam: () => null },
      );
      return { error };
    },
  ],
  [
    "mutation",
    () => {
      const { error, mutate } = useApiMutation("POST /v1/login", unsigned);
      return { error, begin: () => mutate({ body: { password: "wrong" } }) };
    },
  ],
];

describe("a hook's request with credentials: false", () => {
  it.each(requests)("sends its %s unsigned and refreshes nothing", async (_, useRequest) => {
    vi.useFakeTimers();
    const { fetch, sent } = fakeFetch(envelope(401, "WRONG_PASSWORD"));
    const refresh = vi.fn(async () => "t2");
    const token = vi.fn(() => "t");
    const api = quietApi(fetch, { credentials: bearer({ token, refresh }) });
    const { result } = renderHook(useRequest, underProvider({ api }));
    result.current.begin?.();
    await pass(10);
    expect(result.current.error).toMatchObject({ code: "WRONG_PASSWORD", attempts: 1 });
    expect(sent.map(({ headers }) => headers.get("authorization"))).toEqual([null]);
    expect(token).not.toHaveBeenCalled();
    expect(refresh).not.toHaveBeenCalled();
  });

  it("asks for nobody while its mutation waits for a connection", async () => {
    vi.useFakeTimers();
    const { fetch, sent } = fakeFetch(json("in"));
    const key = vi.fn(() => "ada");
    const api = quietApi(fetch, { credentials: apiKey(key) });
    const useLogin = () => useApiMutation("POST /v1/login", unsigned);
    const { result } = renderHook(useLogin, underProvider({ api }));
    onlineManager.setOnline(false);
    result.current.mutate();
    await pass(10);
    onlineManager.setOnline(true);
    await pass(10);
    expect(sent.map(({ headers }) => headers.get("x-api-key"))).toEqual([null]);
    expect(key).not.toHaveBeenCalled();
  });
});
