import { act, renderHook } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import * as z from "zod/mini";
import { ApiError } from "../../src/error/api-error.ts";
import type { MutationRequest } from "../../src/query/api-mutation-options.ts";
import { useApiMutation } from "../../src/query/useApiMutation.ts";
import { envelope, failureOf, fakeFetch, json, quietApi } from "../fetcher/fake-fetch.ts";
import { pass, underProvider } from "./under-provider.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});

const route = "POST /v1/sessions/{sessionId}/messages";
const params = { sessionId: "s1" };
const reset = new TypeError("fetch failed");
const keysOf = (sent: ReturnType<typeof fakeFetch>["sent"]) =>
  sent.map(({ headers }) => headers.get("idempotency-key"));

describe("useApiMutation", () => {
  it("sends params, query and body, and gives what the schema makes of the answer", async () => {
    const { fetch, last } = fakeFetch(json({ id: "m1", more: 1 }));
    const { result } = renderHook(
      () => useApiMutation(route, { schema: z.object({ id: z.string() }) }),
      underProvider({ api: quietApi(fetch) }),
    );
    act(() => result.current.mutate({ params, query: { draft: true }, body: { text: "hi" } }));
    await pass(10);
    expect(result.current.data).toEqual({ id: "m1" });
    expect(last()?.url.href).toBe("https://api.example/v1/sessions/s1/messages?draft=true");
    expect(last()?.init).toMatchObject({ method: "POST", body: '{"text":"hi"}' });
  });

  it("needs no variables where the route has no parameters", async () => {
    const { fetch } = fakeFetch(new Response(null, { status: 204 }));
    const { result } = renderHook(
      () => useApiMutation("POST /v1/logout"),
      underProvider({ api: quietApi(fetch) }),
    );
    act(() => result.current.mutate());
    await pass(10);
    expect(result.current).toMatchObject({ status: "success", data: null });
  });

  it("keeps mutate and mutateAsync the same over renders", () => {
    const api = quietApi(fakeFetch(json({})).fetch);
    const { result, rerender } = renderHook(() => useApiMutation(route), underProvider({ api }));
    const { mutate, mutateAsync } = result.current;
    rerender();
    expect(result.current.mutate).toBe(mutate);
    expect(result.current.mutateAsync).toBe(mutateAsync);
  });

  it("sends 5 requests in all for a 503, and counts them", async () => {
    const { fetch } = fakeFetch(envelope(503, "X"));
    const { result } = renderHook(
      () => useApiMutation(route),
      underProvider({ api: quietApi(fetch) }),
    );
    act(() => result.current.mutate({ params }));
    await pass(10);
    expect(result.current).toMatchObject({ failureCount: 1, failureReason: { code: "X" } });
    await pass(60_000);
    expect(fetch).toHaveBeenCalledTimes(5);
    expect(result.current).toMatchObject({
      failureCount: 5,
      error: { code: "X", attempts: 5, retryStopped: "attempts" },
    });
  });

  it("is never repeated without an answer, unless it has a key", async () => {
    const { fetch } = fakeFetch(reset, json("ok"));
    const { result } = renderHook(
      () => useApiMutation(route),
      underProvider({ api: quietApi(fetch) }),
    );
    act(() => result.current.mutate({ params }));
    await pass(60_000);
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(result.current.error).toMatchObject({
      code: "NETWORK_ERROR",
      retryStopped: "unsafeMethod",
    });
  });

  it("sends one Idempotency-Key per call over its attempts, and a new one for the next call", async () => {
    const { fetch, sent } = fakeFetch(reset, json("ok"), envelope(503, "X"), json("ok"));
    const { result } = renderHook(
      () => useApiMutation(route, { idempotencyKey: true }),
      underProvider({ api: quietApi(fetch) }),
    );
    const variables = { params };
    act(() => result.current.mutate(variables));
    await pass(60_000);
    act(() => result.current.mutate(variables));
    await pass(60_000);
    const [first, again, second, secondAgain] = keysOf(sent);
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(again).toBe(first);
    expect(second).not.toBe(first);
    expect(secondAgain).toBe(second);
  });

  it("gives two calls at a time, with the same variables, two keys", async () => {
    const { fetch, sent } = fakeFetch(json("ok"));
    const { result } = renderHook(
      () => useApiMutation(route, { idempotencyKey: true }),
      underProvider({ api: quietApi(fetch) }),
    );
    const variables = { params };
    act(() => {
      result.current.mutate(variables);
      result.current.mutate(variables);
    });
    await pass(10);
    expect(new Set(keysOf(sent)).size).toBe(2);
  });

  it("takes a key given with the call over the hook's", async () => {
    const { fetch, sent } = fakeFetch(json("ok"));
    const { result } = renderHook(
      () => useApiMutation(route, { idempotencyKey: true }),
      underProvider({ api: quietApi(fetch) }),
    );
    act(() => result.current.mutate({ params, idempotencyKey: "order-7" }));
    await pass(10);
    act(() => result.current.mutate({ params, idempotencyKey: false }));
    await pass(10);
    expect(keysOf(sent)).toEqual(["order-7", null]);
  });

  it("gives misuse as an error and sends nothing", async () => {
    const { fetch } = fakeFetch(json({}));
    const { result } = renderHook(
      () => useApiMutation(route),
      underProvider({ api: quietApi(fetch) }),
    );
    act(() => result.current.mutate({ params: { sessionId: ".." } }));
    await pass(60_000);
    expect(result.current.error).toBeInstanceOf(ApiError);
    expect(result.current.error?.message).toContain("must not make a dot segment");
    expect(fetch).not.toHaveBeenCalled();
  });

  it.each<[string, MutationRequest<unknown>, string | undefined]>([
    ["the hook", { idempotencyKey: "" }, undefined],
    ["the call", {}, ""],
  ])("refuses an empty idempotency key given to %s", async (_, request, idempotencyKey) => {
    const { fetch } = fakeFetch(json({}));
    const { result } = renderHook(
      () => useApiMutation(route, request),
      underProvider({ api: quietApi(fetch) }),
    );
    const key = idempotencyKey === undefined ? {} : { idempotencyKey };
    act(() => result.current.mutate({ params, ...key }));
    await pass(60_000);
    expect(result.current.error).toMatchObject({
      code: "UNEXPECTED_ERROR",
      message: 'idempotencyKey must be true or a non-empty string: got ""',
      cause: expect.any(TypeError),
    });
    expect(fetch).not.toHaveBeenCalled();
  });

  it("rejects mutateAsync with the error that the hook shows", async () => {
    const { result } = renderHook(
      () => useApiMutation(route),
      underProvider({ api: quietApi(fakeFetch(envelope(409, "TAKEN")).fetch) }),
    );
    const error = failureOf(result.current.mutateAsync({ params }));
    await pass(10);
    expect(await error).toBe(result.current.error);
    expect(await error).toMatchObject({ code: "TAKEN" });
  });

  it("tells the API's onError once", async () => {
    const onError = vi.fn();
    const { fetch } = fakeFetch(envelope(503, "X"));
    const { result } = renderHook(
      () => useApiMutation(route),
      underProvider({ api: quietApi(fetch, { onError }) }),
    );
    act(() => result.current.mutate({ params }));
    await pass(60_000);
    expect(onError.mock.calls).toEqual([[result.current.error]]);
  });

  it("lets an own retry end it earlier, also one that throws", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const { fetch } = fakeFetch(envelope(503, "X"));
    const retry = () => {
      throw new Error("own retry");
    };
    const { result } = renderHook(
      () => useApiMutation(route, {}, { retry }),
      underProvider({ api: quietApi(fetch) }),
    );
    act(() => result.current.mutate({ params }));
    await pass(60_000);
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(result.current.status).toBe("error");
  });

  it("passes TanStack Query's own options on", async () => {
    const onMutate = vi.fn(() => "undo");
    const onSettled = vi.fn();
    const { result } = renderHook(
      () => useApiMutation(route, {}, { onMutate, onSettled, meta: { a: 1 } }),
      underProvider({ api: quietApi(fakeFetch(json("ok")).fetch) }),
    );
    act(() => result.current.mutate({ params }));
    await pass(10);
    expect(onMutate).toHaveBeenCalledTimes(1);
    expect(onSettled.mock.calls[0]?.slice(0, 4)).toEqual(["ok", null, { params }, "undo"]);
  });
});
