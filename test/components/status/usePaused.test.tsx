import { focusManager, onlineManager } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { usePaused } from "../../../src/components/status/usePaused.ts";
import { useApiMutation } from "../../../src/query/useApiMutation.ts";
import { useApiQuery } from "../../../src/query/useApiQuery.ts";
import { envelope, fakeFetch, json, quietApi, silentFetch } from "../../fetcher/fake-fetch.ts";
import { pass, underProvider } from "../../query/under-provider.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});

const setOnline = (online: boolean) => act(async () => onlineManager.setOnline(online));
const setFocused = (focused: boolean) => act(async () => focusManager.setFocused(focused));

/** Everything it ever said, without repetitions. */
function pausedOver<Work>(fetch: typeof globalThis.fetch, useWork: () => Work) {
  const said: boolean[] = [];
  const { client, wrapper } = underProvider({ api: quietApi(fetch) });
  const { result } = renderHook(
    () => {
      const paused = usePaused();
      if (said.at(-1) !== paused) said.push(paused);
      return useWork();
    },
    { wrapper },
  );
  return { said, client, result };
}

describe("usePaused", () => {
  it("is false without a client", () => {
    expect(renderHook(usePaused).result.current).toBe(false);
  });

  it("is true from when a retry waits for the connection until it is back", async () => {
    const { fetch } = fakeFetch(envelope(503, "X"), json("ok"));
    const { said } = pausedOver(fetch, () => useApiQuery("GET /v1/x"));
    await pass(10);
    await setOnline(false);
    expect(said).toEqual([false]);
    await pass(2_000);
    expect(said).toEqual([false, true]);
    await setOnline(true);
    await pass(10);
    expect(said).toEqual([false, true, false]);
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it("stays false while a retry is paused because the page is hidden", async () => {
    const { fetch } = fakeFetch(envelope(503, "X"), json("ok"));
    const { said, client } = pausedOver(fetch, () => useApiQuery("GET /v1/x"));
    await pass(10);
    await setFocused(false);
    await pass(5_000);
    expect(client.getQueryCache().getAll()[0]?.state.fetchStatus).toBe("paused");
    await setFocused(true);
    await pass(10);
    expect(said).toEqual([false]);
  });

  it("stays false while a mutation waits for another one of its scope", async () => {
    const { said, client, result } = pausedOver(silentFetch, () => {
      const { mutate } = useApiMutation("POST /v1/x", {}, { scope: { id: "one by one" } });
      return () => mutate();
    });
    await act(async () => {
      result.current();
      result.current();
    });
    await pass(10);
    expect(client.getMutationCache().getAll()[1]?.state.isPaused).toBe(true);
    expect(said).toEqual([false]);
  });
});
