import { QueryClient, useMutation } from "@tanstack/react-query";
import { act, render, renderHook } from "@testing-library/react";
import { useEffect } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ErrorBoundary } from "../../src/components/card/ErrorBoundary.tsx";
import {
  type ApiMutationSettings,
  apiMutationOptions,
} from "../../src/query/api-mutation-options.ts";
import { type FailureWatch, watchFailures } from "../../src/query/failure-watch.ts";
import { useApiMutation } from "../../src/query/useApiMutation.ts";
import { errorToasts } from "../../src/toasts/mounted-toasts.ts";
import { envelope, failureOf, fakeFetch, json, quietApi } from "../fetcher/fake-fetch.ts";
import { pass, underProvider } from "./under-provider.tsx";
import { unheard } from "./unheard.ts";

let stop = () => {};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => stop());

const route = "POST /v1/x";
const taken = envelope(409, "TAKEN");
const slowly = (answer: Response) => () =>
  new Promise<Response>((resolve) => setTimeout(() => resolve(answer.clone()), 1_000));

type Settings = ApiMutationSettings<typeof route, unknown>;

function hooked(settings: Settings = {}, answers: Parameters<typeof fakeFetch> = [slowly(taken)]) {
  const client = new QueryClient();
  const onUnseen = vi.fn<FailureWatch["onUnseen"]>();
  stop = watchFailures(client, { ...unheard, onUnseen });
  const { fetch } = fakeFetch(...answers);
  const rendered = renderHook(
    () => useApiMutation(route, {}, settings),
    underProvider({ api: quietApi(fetch) }, client),
  );
  return { ...rendered, client, onUnseen, fetch, mutation: () => rendered.result.current };
}

const codes = (onUnseen: ReturnType<typeof hooked>["onUnseen"]) =>
  onUnseen.mock.calls.map(([{ code }]) => code);

describe("a mutation's failure is unseen", () => {
  it("when nobody handles it", async () => {
    const { mutation, onUnseen } = hooked();
    mutation().mutate();
    await pass(2_000);
    expect(codes(onUnseen)).toEqual(["TAKEN"]);
    expect(mutation().error).toBe(onUnseen.mock.calls[0]?.[0]);
  });

  it("when the call only has an onSuccess and an onSettled", async () => {
    const { mutation, onUnseen } = hooked({ onSuccess: () => {}, onSettled: () => {} });
    mutation().mutate(undefined, { onSuccess: () => {}, onSettled: () => {} });
    await pass(2_000);
    expect(codes(onUnseen)).toEqual(["TAKEN"]);
  });

  it("when its component is gone before Query could call the call's onError", async () => {
    const onError = vi.fn();
    const { mutation, onUnseen, unmount } = hooked();
    mutation().mutate(undefined, { onError });
    await pass(10);
    unmount();
    await pass(2_000);
    expect(onError).not.toHaveBeenCalled();
    expect(codes(onUnseen)).toEqual(["TAKEN"]);
  });

  it("when the same hook mutated again, whose onError alone is called", async () => {
    const first = vi.fn();
    const second = vi.fn();
    const { mutation, onUnseen } = hooked();
    mutation().mutate(undefined, { onError: first });
    await pass(10);
    mutation().mutate(undefined, { onError: second });
    await pass(2_000);
    expect(first).not.toHaveBeenCalled();
    expect(second).toHaveBeenCalledTimes(1);
    expect(codes(onUnseen)).toEqual(["TAKEN"]);
  });

  it("when the hook was reset, which lets go of the call's onError", async () => {
    const onError = vi.fn();
    const { mutation, onUnseen } = hooked();
    mutation().mutate(undefined, { onError });
    await pass(10);
    act(() => mutation().reset());
    await pass(2_000);
    expect(onError).not.toHaveBeenCalled();
    expect(codes(onUnseen)).toEqual(["TAKEN"]);
  });

  it("when an earlier call of the hook was handled and this one is not", async () => {
    const { mutation, onUnseen } = hooked();
    mutation().mutate(undefined, { onError: () => {} });
    await pass(2_000);
    mutation().mutate();
    await pass(2_000);
    expect(codes(onUnseen)).toEqual(["TAKEN"]);
  });

  it("when an unhandled call runs beside an awaited one", async () => {
    const { mutation, onUnseen } = hooked();
    const awaited = failureOf(mutation().mutateAsync());
    mutation().mutate();
    await pass(2_000);
    await awaited;
    expect(codes(onUnseen)).toEqual(["TAKEN"]);
  });

  it("when throwOnError has no component left to throw in", async () => {
    const { mutation, onUnseen, unmount } = hooked({ throwOnError: true });
    mutation().mutate();
    await pass(10);
    unmount();
    await pass(2_000);
    expect(codes(onUnseen)).toEqual(["TAKEN"]);
  });

  it("when only the client's defaults have an onError, which is for all mutations", async () => {
    const { mutation, onUnseen, client, rerender } = hooked();
    const onError = vi.fn();
    client.setDefaultOptions({ mutations: { onError } });
    rerender();
    mutation().mutate();
    await pass(2_000);
    expect(onError).toHaveBeenCalledTimes(1);
    expect(codes(onUnseen)).toEqual(["TAKEN"]);
  });

  it("always with meta errorToast true, also where the app handles it", async () => {
    const { mutation, onUnseen } = hooked({ meta: { errorToast: true }, onError: () => {} });
    await act(async () => {
      failureOf(mutation().mutateAsync());
    });
    await pass(2_000);
    expect(codes(onUnseen)).toEqual(["TAKEN"]);
  });
});

describe("a mutation's failure is seen", () => {
  it("when the hook has an onError, also after an unmount", async () => {
    const onError = vi.fn();
    const { mutation, onUnseen, unmount } = hooked({ onError });
    mutation().mutate();
    await pass(10);
    unmount();
    await pass(2_000);
    expect(onError).toHaveBeenCalledTimes(1);
    expect(onUnseen).not.toHaveBeenCalled();
  });

  it("when the call has an onError", async () => {
    const onError = vi.fn();
    const { mutation, onUnseen } = hooked();
    mutation().mutate(undefined, { onError });
    await pass(2_000);
    expect(onError).toHaveBeenCalledTimes(1);
    expect(onUnseen).not.toHaveBeenCalled();
  });

  it("when the call's onError resets the hook or mutates again", async () => {
    const { mutation, onUnseen, fetch } = hooked({}, [taken, taken, json("ok")]);
    mutation().mutate(undefined, { onError: () => mutation().reset() });
    await pass(2_000);
    mutation().mutate(undefined, { onError: () => mutation().mutate() });
    await pass(2_000);
    expect(fetch).toHaveBeenCalledTimes(3);
    expect(onUnseen).not.toHaveBeenCalled();
  });

  it("when the app holds its promise, also after an unmount and a second call", async () => {
    const { mutation, onUnseen, unmount } = hooked();
    const errors = [failureOf(mutation().mutateAsync()), failureOf(mutation().mutateAsync())];
    await pass(10);
    unmount();
    await pass(2_000);
    expect((await Promise.all(errors)).map(({ code }) => code)).toEqual(["TAKEN", "TAKEN"]);
    expect(onUnseen).not.toHaveBeenCalled();
  });

  it("never with meta errorToast false", async () => {
    const { mutation, onUnseen } = hooked({ meta: { errorToast: false } });
    mutation().mutate();
    await pass(2_000);
    expect(onUnseen).not.toHaveBeenCalled();
  });

  it("when it goes to the boundary", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const client = new QueryClient();
    const onUnseen = vi.fn<FailureWatch["onUnseen"]>();
    stop = watchFailures(client, { ...unheard, onUnseen });
    function Saving() {
      const { mutate } = useApiMutation(
        route,
        {},
        { throwOnError: ({ status }) => status === 409 },
      );
      useEffect(() => mutate(), [mutate]);
      return null;
    }
    const { container } = render(
      <ErrorBoundary fallback="caught">
        <Saving />
      </ErrorBoundary>,
      underProvider({ api: quietApi(fakeFetch(taken).fetch) }, client),
    );
    await pass(2_000);
    expect(container).toHaveTextContent("caught");
    expect(onUnseen).not.toHaveBeenCalled();
  });

  it("when a mount effect starts it, before the provider watches, and the boundary gets it", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    function Saving() {
      const { mutate } = useApiMutation(route, {}, { throwOnError: true });
      useEffect(() => mutate(), [mutate]);
      return null;
    }
    const { container } = render(
      <ErrorBoundary fallback="caught">
        <Saving />
      </ErrorBoundary>,
      underProvider({ api: quietApi(fakeFetch(taken).fetch) }),
    );
    await pass(2_000);
    expect(container).toHaveTextContent("caught");
    expect(errorToasts.open()).toEqual([]);
  });
});

describe("TanStack Query's own useMutation", () => {
  const started = (meta?: { errorToast: boolean }) => {
    const client = new QueryClient();
    const onUnseen = vi.fn<FailureWatch["onUnseen"]>();
    stop = watchFailures(client, { ...unheard, onUnseen });
    const api = quietApi(fakeFetch(taken).fetch);
    const options = apiMutationOptions(api, route, {}, meta ? { meta } : {});
    const { result } = renderHook(() => useMutation(options), underProvider({ api }, client));
    return { mutation: result.current, onUnseen };
  };

  it.each<[string, (mutation: ReturnType<typeof started>["mutation"]) => unknown]>([
    ["awaited and caught", (mutation) => mutation.mutateAsync().catch(() => {})],
    ["with an onError of the call", (mutation) => mutation.mutate(undefined, { onError() {} })],
    ["or not, of which nobody can tell", (mutation) => mutation.mutate()],
  ])("makes no toast, %s", async (_, begin) => {
    const { mutation, onUnseen } = started();
    begin(mutation);
    await pass(2_000);
    expect(onUnseen).not.toHaveBeenCalled();
  });

  it("makes one where its meta asks for it", async () => {
    const { mutation, onUnseen } = started({ errorToast: true });
    mutation.mutate();
    await pass(2_000);
    expect(onUnseen).toHaveBeenCalledTimes(1);
  });
});

describe("the retry that comes with it", () => {
  it("sends the same variables again, and is unseen again where it fails", async () => {
    const { mutation, onUnseen, fetch } = hooked({}, [taken, taken, json("ok")]);
    mutation().mutate({ query: { a: 1 } });
    await pass(10);
    await expect(onUnseen.mock.calls[0]?.[1]?.send()).rejects.toMatchObject({ code: "TAKEN" });
    await pass(10);
    expect(onUnseen).toHaveBeenCalledTimes(2);
    await expect(onUnseen.mock.calls[1]?.[1]?.send()).resolves.toBe("ok");
    const urls = fetch.mock.calls.map(([url]) => String(url));
    expect(new Set(urls)).toEqual(new Set(["https://api.example/v1/x?a=1"]));
    expect(urls).toHaveLength(3);
  });
});
