import { onlineManager } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { RecourseProvider } from "../../src/components/provider/RecourseProvider.tsx";
import type { Route } from "../../src/error/route-form.ts";
import type { Api } from "../../src/fetcher/api.ts";
import { useApiStatus } from "../../src/query/useApiStatus.ts";
import { envelope, fakeFetch, json, quietApi, thrownBy } from "../fetcher/fake-fetch.ts";
import { underProvider } from "./under-provider.tsx";

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  onlineManager.setOnline(true);
});

const down = () => envelope(503, "X");
const limited = (seconds: number) => envelope(429, "X", { "retry-after": String(seconds) });

const apiOf = (...answers: Parameters<typeof fakeFetch>) =>
  quietApi(fakeFetch(...answers).fetch, { retry: false });

const ask = (api: Api, ...routes: Route[]) =>
  act(async () => {
    for (const route of routes) await api.request(route).catch(() => {});
  });

describe("useApiStatus", () => {
  it("tells of an outage and of its end, whoever called", async () => {
    const api = apiOf(down(), down(), json("ok"));
    const { result } = renderHook(() => useApiStatus(), underProvider({ api }));
    expect(result.current).toEqual({ state: "up" });
    await ask(api, "GET /v1/a", "GET /v1/b");
    expect(result.current).toEqual({ state: "down" });
    await ask(api, "GET /v1/a");
    expect(result.current).toEqual({ state: "up" });
  });

  it("tells until when the API is limited, and of the end of that by itself", async () => {
    const api = apiOf(limited(10), limited(20));
    const { result } = renderHook(() => useApiStatus(), underProvider({ api }));
    await ask(api, "GET /v1/a", "GET /v1/b");
    expect(result.current).toEqual({ state: "limited", until: 10_000 });
    await act(() => vi.advanceTimersByTimeAsync(10_000));
    expect(result.current).toEqual({ state: "up" });
  });

  it("is about the API that it is given, and no other", async () => {
    const [provided, given] = [apiOf(down()), apiOf(down())];
    const { wrapper } = underProvider({ api: provided });
    const { result, rerender } = renderHook((api: Api) => useApiStatus(api), {
      wrapper,
      initialProps: given,
    });
    await ask(provided, "GET /v1/a", "GET /v1/b");
    expect(result.current.state).toBe("up");
    rerender(provided);
    expect(result.current.state).toBe("down");
  });

  it("knows what was seen before it was mounted", async () => {
    const api = apiOf(down());
    await ask(api, "GET /v1/a", "GET /v1/b");
    const { result } = renderHook(() => useApiStatus(), underProvider({ api }));
    expect(result.current.state).toBe("down");
  });

  it("says offline while there is no connection, and takes nothing that failed before for an outage", async () => {
    const api = apiOf(down());
    const { result } = renderHook(() => useApiStatus(), underProvider({ api }));
    await ask(api, "GET /v1/a", "GET /v1/b");
    act(() => onlineManager.setOnline(false));
    expect(result.current).toEqual({ state: "offline" });
    act(() => onlineManager.setOnline(true));
    expect(result.current).toEqual({ state: "up" });
  });

  it("is up on a server, where nobody could be told of a change", async () => {
    const api = apiOf(down());
    await Promise.all([thrownBy(api.request("GET /v1/a")), thrownBy(api.request("GET /v1/b"))]);
    const Status = () => useApiStatus().state;
    const page = createElement(RecourseProvider, { api }, createElement(Status));
    expect(renderToString(page)).toBe("up");
  });
});
