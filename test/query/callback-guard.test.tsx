/** What the app's own callbacks throw: an ApiError, told once with its cause, and shown in words that are true. */

import { CancelledError, MutationCache, QueryClient } from "@tanstack/react-query";
import { act, render, renderHook, screen } from "@testing-library/react";
import { AxiosError, AxiosHeaders } from "axios";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ErrorToaster } from "../../src/components/toaster/ErrorToaster.tsx";
import { ApiError } from "../../src/error/api-error.ts";
import type { ApiMutationSettings } from "../../src/query/api-mutation-options.ts";
import { useApiInfiniteQuery } from "../../src/query/useApiInfiniteQuery.ts";
import { useApiMutation } from "../../src/query/useApiMutation.ts";
import { useApiQuery } from "../../src/query/useApiQuery.ts";
import { errorToasts } from "../../src/toasts/mounted-toasts.ts";
import { envelope, fakeFetch, json, quietApi } from "../fetcher/fake-fetch.ts";
import { pass, underProvider } from "./under-provider.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});

const slip = new TypeError("slip");
const throws = () => {
  throw slip;
};
const route = "POST /v1/x";

async function mutated(
  settings: ApiMutationSettings<typeof route, unknown>,
  client = new QueryClient(),
  answers = [json("stored")],
) {
  const onError = vi.fn();
  const { fetch } = fakeFetch(...answers);
  const { wrapper } = underProvider({ api: quietApi(fetch, { onError }) }, client);
  render(<ErrorToaster />, { wrapper });
  const { result } = renderHook(() => useApiMutation(route, {}, settings), { wrapper });
  act(() => result.current.mutate({ body: 1 }));
  await pass(100);
  return { result, onError, fetch };
}

const stages: [string, ApiMutationSettings<typeof route, unknown>][] = [
  ["onMutate", { onMutate: throws }],
  ["onSuccess", { onSuccess: throws }],
  ["onSettled", { onSettled: throws }],
];

describe("A mutation", () => {
  it.each(stages)(
    "whose %s throws has an ApiError, a toast and one report",
    async (_, settings) => {
      const { result, onError } = await mutated(settings);
      expect(result.current.error).toBeInstanceOf(ApiError);
      expect(result.current.error).toMatchObject({ code: "UNEXPECTED_ERROR", cause: slip, route });
      expect(onError.mock.calls).toEqual([[expect.objectContaining({ cause: slip })]]);
      expect(screen.getByRole("dialog")).toBeVisible();
    },
  );

  it.each(stages.slice(1))(
    "whose %s throws is not said to have failed, and is not sent again",
    async (_, settings) => {
      const { fetch } = await mutated(settings);
      expect(screen.getByRole("dialog")).toHaveAccessibleName(/^This worked/);
      expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
      expect(fetch).toHaveBeenCalledTimes(1);
    },
  );

  it("whose onMutate throws has sent nothing, and can be tried again", async () => {
    const onMutate = vi.fn<() => void>(throws);
    const { fetch } = await mutated({ onMutate });
    expect(fetch).not.toHaveBeenCalled();
    onMutate.mockImplementation(() => {});
    await act(async () => screen.getByRole("button", { name: "Try again" }).click());
    await pass(100);
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(errorToasts.open()).toEqual([]);
  });

  it("whose onSuccess meets another call's failure tells of that one", async () => {
    const other = new ApiError({ code: "SESSION_EXPIRED", kind: "notFound", message: "" });
    const { result } = await mutated({ onSuccess: () => Promise.reject(other) });
    expect(result.current.error).toBe(other);
    expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
  });
});

/** What three clients throw of one answer. */
const data = { error: { code: "SESSION_BUSY", message: "m", requestId: "req_other" } };
const config = { url: "/v1/sessions/ses_1", method: "get", headers: new AxiosHeaders() };
const response = { status: 409, statusText: "", data, headers: {}, config };
const answered: [string, object][] = [
  ["axios", new AxiosError("no", "ERR_BAD_REQUEST", config, {}, response)],
  [
    "ofetch",
    Object.assign(new Error("no"), { name: "FetchError", data, response: { status: 409 } }),
  ],
  [
    "nobody",
    Object.assign(new Error("no"), { status: 409, code: "SESSION_BUSY", requestId: "req_other" }),
  ],
];
const told = { code: "SESSION_BUSY", kind: "conflict", status: 409, requestId: "req_other" };

describe.each(answered)("An answer that %s throws of", (_, thrown) => {
  const fail = () => {
    throw thrown;
  };

  it("is told of where onMutate meets it", async () => {
    const { result, onError } = await mutated({ onMutate: fail });
    expect(result.current.error).toMatchObject(told);
    expect(onError.mock.calls).toEqual([[result.current.error]]);
    expect(screen.getByRole("dialog")).toBeVisible();
  });

  it("is not told in place of what has worked", async () => {
    const { result } = await mutated({ onSuccess: fail });
    expect(result.current.error).toMatchObject({ code: "UNEXPECTED_ERROR", cause: thrown });
    expect(screen.getByRole("dialog")).toHaveAccessibleName(/^This worked/);
  });

  it("is told of where select meets it", async () => {
    const api = quietApi(fakeFetch(json("data")).fetch);
    const { result } = renderHook(
      () => useApiQuery("GET /v1/x", {}, { select: fail }),
      underProvider({ api }),
    );
    await pass(100);
    expect(result.current.error).toMatchObject(told);
  });
});

it("A mutation whose onMutate throws a success keeps saying that something was unexpected", async () => {
  const { result } = await mutated({ onMutate: () => Promise.reject(new Response("ok")) });
  expect(result.current.error).toMatchObject({ code: "UNEXPECTED_ERROR", status: undefined });
});

/** What an app's own code was aborted with, in a write or a read that nobody has aborted. */
const aborts: [string, Error][] = [
  ["an AbortError", new DOMException("The user aborted a request.", "AbortError")],
  ["another query's cancel", new CancelledError()],
  [
    "another call's abort, after its head had come",
    new ApiError({ code: "ABORT_ERROR", kind: "aborted", message: "", requestId: "req_other" }),
  ],
];
const unexpected = { code: "UNEXPECTED_ERROR", kind: "unexpected" };

describe.each(aborts)("Of %s", (_, aborted) => {
  const fail = () => {
    throw aborted;
  };

  it.each([
    ["onMutate", { onMutate: fail }, /^This didn’t work as it should/],
    ["onSuccess", { onSuccess: fail }, /^This worked/],
  ])("in %s a write tells that is not silently lost", async (_, settings, words) => {
    const { result, onError } = await mutated(settings);
    expect(result.current.error).toMatchObject({ ...unexpected, cause: aborted, route });
    expect(onError.mock.calls).toEqual([[result.current.error]]);
    expect(screen.getByRole("dialog")).toHaveAccessibleName(words);
  });

  it("in select a query tells", async () => {
    const api = quietApi(fakeFetch(json("data")).fetch);
    const { result } = renderHook(
      () => useApiQuery("GET /v1/x", {}, { select: fail }),
      underProvider({ api }),
    );
    await pass(100);
    expect(result.current.error).toMatchObject({ ...unexpected, cause: aborted });
  });

  it("in pageQuery a query tells", async () => {
    const onError = vi.fn();
    const api = quietApi(fakeFetch(json("data")).fetch, { onError });
    const { result } = renderHook(
      () =>
        useApiInfiniteQuery(
          "GET /v1/x",
          { pageQuery: fail },
          { initialPageParam: 0, getNextPageParam: () => null },
        ),
      underProvider({ api }),
    );
    await pass(100);
    expect(result.current.error).toMatchObject({ ...unexpected, cause: aborted });
    expect(onError.mock.calls).toEqual([[result.current.error]]);
  });
});

it.each(aborts.slice(0, 2))(
  "Of %s in a client's own onMutate a toast tells",
  async (_, aborted) => {
    const mutationCache = new MutationCache({ onMutate: () => Promise.reject(aborted) });
    const { fetch } = await mutated({}, new QueryClient({ mutationCache }));
    expect(fetch).not.toHaveBeenCalled();
    expect(screen.getByRole("dialog")).toHaveAccessibleName(/^This didn’t work as it should/);
    expect(screen.getByRole("button", { name: "Try again" })).toBeVisible();
  },
);

describe.each([
  ["a mistake", slip],
  ["an abort", new DOMException("x", "AbortError")],
  ["an answer to axios", answered[0]?.[1]],
])("Of %s in a client's own callback after a write has worked", (_, thrown) => {
  const fail = () => Promise.reject(thrown);

  // Query calls this one again with what it threw, and hears nothing more of it.
  const failOnce = (_data: unknown, error: unknown) => (error === null ? fail() : undefined);

  it.each([{ onSuccess: fail }, { onSettled: failOnce }])(
    "a toast says that it worked, and cannot send it again",
    async (callbacks) => {
      const client = new QueryClient({ mutationCache: new MutationCache(callbacks) });
      const { fetch } = await mutated({}, client);
      expect(screen.getByRole("dialog")).toHaveAccessibleName(/^This worked/);
      expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
      expect(fetch).toHaveBeenCalledTimes(1);
    },
  );

  it("“Try again” that works sends it once", async () => {
    const mutationCache = new MutationCache({ onSuccess: fail });
    const answers = [envelope(409, "BUSY"), json("stored")];
    const { fetch } = await mutated({}, new QueryClient({ mutationCache }), answers);
    await act(async () => screen.getByRole("button", { name: "Try again" }).click());
    await pass(100);
    expect(fetch).toHaveBeenCalledTimes(2);
    expect(screen.getByRole("dialog")).toHaveAccessibleName(/^This worked/);
    expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
  });
});

describe("A query", () => {
  it("whose select throws has an ApiError and one report, however often it is drawn", async () => {
    const onError = vi.fn();
    const api = quietApi(fakeFetch(json("data")).fetch, { onError });
    const { result, rerender } = renderHook(
      () => useApiQuery("GET /v1/x", {}, { select: throws }),
      underProvider({ api }),
    );
    await pass(100);
    rerender();
    expect(result.current.error).toBeInstanceOf(ApiError);
    expect(result.current.error).toMatchObject({ code: "UNEXPECTED_ERROR", cause: slip });
    expect(onError).toHaveBeenCalledTimes(1);
  });

  it("selects once for one selection that stays", async () => {
    const select = vi.fn((data: unknown) => data);
    const api = quietApi(fakeFetch(json("data")).fetch);
    const { rerender } = renderHook(
      () => useApiQuery("GET /v1/x", {}, { select }),
      underProvider({ api }),
    );
    await pass(100);
    const times = select.mock.calls.length;
    rerender();
    rerender();
    expect(select).toHaveBeenCalledTimes(times);
  });
});
