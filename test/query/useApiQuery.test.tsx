import { QueryClient, skipToken } from "@tanstack/react-query";
import { renderHook } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import * as z from "zod/mini";
import { ApiError } from "../../src/error/api-error.ts";
import { createApi } from "../../src/fetcher/create-api.ts";
import { useApiQuery } from "../../src/query/useApiQuery.ts";
import { envelope, fakeFetch, json, quietApi, silentFetch } from "../fetcher/fake-fetch.ts";
import { pass, underProvider } from "./under-provider.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});

const minute = 60_000;

describe("useApiQuery", () => {
  it("gives what the schema makes of the answer", async () => {
    const api = quietApi(fakeFetch(json({ id: "s1", more: 1 })).fetch);
    const schema = z.object({ id: z.string() });
    const { result } = renderHook(
      () => useApiQuery("GET /v1/sessions/{sessionId}", { params: { sessionId: "s1" }, schema }),
      underProvider({ api }),
    );
    expect(result.current.status).toBe("pending");
    await pass(0);
    expect(result.current.data).toEqual({ id: "s1" });
  });

  it("gives null where the schema makes undefined of an answer without content", async () => {
    const api = quietApi(fakeFetch(new Response("")).fetch);
    const schema = z.optional(z.string());
    const { result } = renderHook(
      () => useApiQuery("GET /v1/x", { schema }),
      underProvider({ api }),
    );
    await pass(0);
    expect(result.current).toMatchObject({ status: "success", data: null });
  });

  it("gives null, not undefined, for an answer without a body", async () => {
    const api = quietApi(fakeFetch(new Response(null, { status: 204 })).fetch);
    const { result } = renderHook(() => useApiQuery("GET /v1/x"), underProvider({ api }));
    await pass(0);
    expect(result.current).toMatchObject({ status: "success", data: null });
  });

  it("passes TanStack Query's own options on", async () => {
    const { fetch } = fakeFetch(json({ n: 1 }));
    const schema = z.object({ n: z.number() });
    const { result, rerender } = renderHook(
      ({ enabled }) =>
        useApiQuery("GET /v1/x", { schema }, { enabled, select: ({ n }) => `n is ${n}` }),
      { ...underProvider({ api: quietApi(fetch) }), initialProps: { enabled: false } },
    );
    await pass(minute);
    expect(fetch).not.toHaveBeenCalled();
    rerender({ enabled: true });
    await pass(0);
    expect(result.current.data).toBe("n is 1");
  });

  it("sends 5 requests in all for a 503, whatever the client's own defaults", async () => {
    const { fetch } = fakeFetch(envelope(503, "X"));
    const client = new QueryClient({
      defaultOptions: { queries: { retry: 9, retryDelay: 1 } },
    });
    const { result } = renderHook(
      () => useApiQuery("GET /v1/x"),
      underProvider({ api: quietApi(fetch) }, client),
    );
    await pass(10 * minute);
    expect(fetch).toHaveBeenCalledTimes(5);
    expect(result.current.error).toMatchObject({
      code: "X",
      attempts: 5,
      retryStopped: "attempts",
      requestId: "req_01",
    });
  });

  it("waits as long between attempts as the fetcher's own loop does", async () => {
    const times: number[] = [];
    const startMs = Date.now();
    const api = quietApi(async () => {
      times.push(Date.now() - startMs);
      return envelope(500, "X");
    });
    renderHook(() => useApiQuery("GET /v1/x"), underProvider({ api }));
    await pass(minute);
    expect(times).toEqual([0, 250, 750, 1_750, 3_750]);
  });

  it("tells with failureCount and failureReason how it goes while it retries", async () => {
    const { fetch } = fakeFetch(envelope(500, "FIRST"), envelope(503, "SECOND"), json("ok"));
    const { result } = renderHook(
      () => useApiQuery("GET /v1/x"),
      underProvider({ api: quietApi(fetch) }),
    );
    await pass(0);
    expect(result.current).toMatchObject({
      failureCount: 1,
      failureReason: { code: "FIRST", attempts: 1 },
      error: null,
    });
    await pass(300);
    expect(result.current).toMatchObject({
      failureCount: 2,
      failureReason: { code: "SECOND", attempts: 2 },
    });
    await pass(1_000);
    expect(result.current).toMatchObject({ failureCount: 0, failureReason: null, data: "ok" });
  });

  it("has an ApiError for an error at last, with every attempt counted", async () => {
    const { fetch } = fakeFetch(envelope(500, "X"));
    const { result } = renderHook(
      () => useApiQuery("GET /v1/x"),
      underProvider({ api: quietApi(fetch) }),
    );
    await pass(minute);
    expect(result.current.error).toBeInstanceOf(ApiError);
    expect(result.current.failureCount).toBe(5);
    expect(result.current.failureReason).toBe(result.current.error);
  });

  it.each([400, 401, 403, 404, 409, 422])("asks once for a %i", async (status) => {
    const { fetch } = fakeFetch(envelope(status, "X"));
    renderHook(() => useApiQuery("GET /v1/x"), underProvider({ api: quietApi(fetch) }));
    await pass(minute);
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it("follows the request's own retry", async () => {
    const { fetch } = fakeFetch(envelope(503, "X"));
    const { result } = renderHook(
      () => useApiQuery("GET /v1/x", { retry: { maxAttempts: 2 } }),
      underProvider({ api: quietApi(fetch) }),
    );
    await pass(minute);
    expect(fetch).toHaveBeenCalledTimes(2);
    expect(result.current.error).toMatchObject({ attempts: 2, retryStopped: "attempts" });
  });

  it("aborts the request when nothing shows it any more, and tells nobody", async () => {
    const onError = vi.fn();
    const fetch = vi.fn(silentFetch);
    const { unmount } = renderHook(
      () => useApiQuery("GET /v1/x"),
      underProvider({ api: quietApi(fetch, { onError }) }),
    );
    await pass(10);
    const signal = fetch.mock.calls[0]?.[1]?.signal;
    expect(signal?.aborted).toBe(false);
    unmount();
    expect(signal?.aborted).toBe(true);
    await pass(minute);
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(onError).not.toHaveBeenCalled();
  });

  it("does not send the next attempt when it unmounts during the wait, and has failed for nobody", async () => {
    const onError = vi.fn();
    const { fetch } = fakeFetch(envelope(503, "X"));
    const { client, wrapper } = underProvider({ api: quietApi(fetch, { onError }) });
    const { unmount } = renderHook(() => useApiQuery("GET /v1/x"), { wrapper });
    await pass(100);
    unmount();
    await pass(minute);
    expect(fetch).toHaveBeenCalledTimes(1);
    // Query takes the fetch back as a whole, since its signal was used: there is no error of which to tell.
    expect(client.getQueryCache().getAll()).toMatchObject([
      { state: { status: "pending", fetchStatus: "idle", error: null, fetchFailureReason: null } },
    ]);
    expect(onError).not.toHaveBeenCalled();
  });

  it("shows misuse as an error, sends nothing and does not retry", async () => {
    const onError = vi.fn();
    const { fetch } = fakeFetch(json({}));
    const { result } = renderHook(
      () => useApiQuery("GET /v1/sessions/{sessionId}", { params: { sessionId: "" } }),
      underProvider({ api: quietApi(fetch, { onError }) }),
    );
    await pass(minute);
    expect(result.current.error).toBeInstanceOf(ApiError);
    expect(result.current.error).toMatchObject({
      code: "UNEXPECTED_ERROR",
      message: 'params.sessionId must be a non-empty string: got ""',
      attempts: 0,
    });
    expect(fetch).not.toHaveBeenCalled();
    expect(onError).toHaveBeenCalledTimes(1);
  });

  it("tells the developer on the console what was misused", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const api = createApi({ baseUrl: "https://api.example", fetch: fakeFetch(json({})).fetch });
    renderHook(
      () => useApiQuery("GET /v1/sessions/{sessionId}", { params: { sessionId: "" } }),
      underProvider({ api }),
    );
    await pass(minute);
    expect(log.mock.calls).toEqual([
      [
        "[react-recourse] UNEXPECTED_ERROR attempts=0 retryStopped=notRetryable",
        new TypeError('params.sessionId must be a non-empty string: got ""'),
      ],
    ]);
  });

  it.each(["", " "])("refuses the idempotency key %j as the bare request does", async (key) => {
    const { fetch } = fakeFetch(json({}));
    const { result } = renderHook(
      () => useApiQuery("POST /v1/search", { body: {}, idempotencyKey: key }),
      underProvider({ api: quietApi(fetch) }),
    );
    await pass(minute);
    expect(result.current.error).toMatchObject({
      code: "UNEXPECTED_ERROR",
      cause: new TypeError(
        `idempotencyKey must be true or a non-empty string: got ${JSON.stringify(key)}`,
      ),
    });
    expect(fetch).not.toHaveBeenCalled();
  });

  it("waits while the request is a skipToken, and starts once there is one", async () => {
    const { fetch, last } = fakeFetch(json("ok"));
    const { result, rerender } = renderHook(
      ({ id }: { id: string | undefined }) =>
        useApiQuery("GET /v1/x/{id}", id === undefined ? skipToken : { params: { id } }),
      { ...underProvider({ api: quietApi(fetch) }), initialProps: defined(undefined) },
    );
    await pass(minute);
    expect(result.current).toMatchObject({ status: "pending", fetchStatus: "idle" });
    expect(fetch).not.toHaveBeenCalled();
    rerender({ id: "7" });
    await pass(0);
    expect(result.current.data).toBe("ok");
    expect(last()?.url.pathname).toBe("/v1/x/7");
  });

  it("tells the API's onError once of a failure that ten observers see", async () => {
    const onError = vi.fn();
    const { fetch } = fakeFetch(envelope(404, "GONE"));
    const { result } = renderHook(
      () => Array.from({ length: 10 }, useGone),
      underProvider({ api: quietApi(fetch, { onError }) }),
    );
    await pass(minute);
    const errors = result.current.map(({ error }) => error);
    expect(errors[0]).toMatchObject({ code: "GONE" });
    expect(new Set(errors).size).toBe(1);
    expect(onError.mock.calls).toEqual([[errors[0]]]);
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it("sends the same Idempotency-Key on every attempt and another one on the next fetch", async () => {
    const { fetch, sent } = fakeFetch(envelope(503, "X"), json("a"), json("b"));
    const { result } = renderHook(
      () => useApiQuery("POST /v1/search", { body: {}, idempotencyKey: true }),
      underProvider({ api: quietApi(fetch) }),
    );
    await pass(minute);
    result.current.refetch();
    await pass(minute);
    const keys = sent.map(({ headers }) => headers.get("idempotency-key"));
    expect(keys).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), keys[0], expect.any(String)]);
    expect(keys[2]).not.toBe(keys[0]);
  });
});

function useGone() {
  return useApiQuery("GET /v1/gone");
}

const defined = (id: string | undefined) => ({ id });
