/** Refetches whose data is on the screen yield to an outage. */

import { act, renderHook } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { useApiQuery } from "../../src/query/useApiQuery.ts";
import { errorToasts } from "../../src/toasts/mounted-toasts.ts";
import { json, quietApi } from "../fetcher/fake-fetch.ts";
import { pass, underProvider } from "./under-provider.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});

const routes = ["GET /v1/a", "GET /v1/b", "GET /v1/c", "GET /v1/d"] as const;

/** A page of four polled routes whose data has come. `answer` says what the API gives from then on. */
async function dashboard(pollMs = 5_000) {
  const sent: { path: string; atMs: number }[] = [];
  const server = { isUp: true, ids: 0 };
  const onError = vi.fn();
  const fetch = async (input: unknown) => {
    sent.push({ path: new URL(String(input)).pathname, atMs: Date.now() });
    await new Promise((answer) => setTimeout(answer, 100));
    server.ids += 1;
    const requestId = `req_${server.ids}`;
    return server.isUp
      ? json({ n: server.ids })
      : json({ error: { code: "DOWN", message: "m", requestId } }, { status: 503 });
  };
  const api = quietApi(fetch, { onError });
  const { result, unmount } = renderHook(
    () => routes.map((route) => useApiQuery(route, {}, { refetchInterval: pollMs })),
    underProvider({ api }),
  );
  await pass(200);
  sent.length = 0;
  onError.mockClear();
  return { api, sent, server, onError, result, unmount };
}

describe("A page of polled routes", () => {
  it("sends a request every 5 s at most while its API is down, and keeps its data", async () => {
    const { sent, server, result, unmount } = await dashboard();
    server.isUp = false;
    await pass(70_000);
    const during = sent.filter(({ atMs }) => atMs > (sent[0]?.atMs ?? 0) + 10_000);
    expect(during.length).toBeLessThanOrEqual(12);
    expect(during.length).toBeGreaterThanOrEqual(5);
    expect(result.current.every(({ data }) => data !== undefined)).toBe(true);
    unmount();
  });

  it("has all its routes back within a second of the first that is answered", async () => {
    const { sent, server, result, unmount } = await dashboard();
    server.isUp = false;
    await pass(60_000);
    server.isUp = true;
    const upMs = Date.now();
    await pass(11_000);
    const back = sent.filter(({ atMs }) => atMs >= upMs);
    const first = back[0]?.atMs ?? 0;
    expect(first - upMs).toBeLessThanOrEqual(10_000);
    expect(
      new Set(back.filter(({ atMs }) => atMs <= first + 1_100).map(({ path }) => path)).size,
    ).toBe(4);
    expect(result.current.map(({ status }) => status)).toEqual(routes.map(() => "success"));
    unmount();
  });

  it("tells nobody of the refetches that were not sent", async () => {
    const { sent, server, onError, unmount } = await dashboard();
    server.isUp = false;
    await pass(60_000);
    const told = onError.mock.calls.map(([error]) => error.code);
    expect(told).not.toContain("HELD_BACK");
    expect(told.length).toBeLessThanOrEqual(sent.length);
    expect(errorToasts.open().map(({ error }) => error.code)).not.toContain("HELD_BACK");
    unmount();
  });
});

it("A refetch that the person presses for is sent at once, though the API is down", async () => {
  const { sent, server, result, unmount } = await dashboard(600_000);
  server.isUp = false;
  for (const query of result.current.slice(0, 2)) query.refetch();
  await pass(20_000);
  sent.length = 0;
  vi.stubGlobal("navigator", { userActivation: { isActive: true } });
  act(() => void result.current[2]?.refetch());
  await pass(10);
  expect(sent.map(({ path }) => path)).toEqual(["/v1/c"]);
  vi.unstubAllGlobals();
  unmount();
});

it("“Try again” on a toast is sent at once, though the API is down and the press was long ago", async () => {
  const { sent, server, result, unmount } = await dashboard(600_000);
  server.isUp = false;
  for (const query of result.current.slice(0, 2)) query.refetch();
  await pass(20_000);
  result.current[2]?.refetch();
  await pass(1_000);
  sent.length = 0;
  const retried = errorToasts
    .open()[0]
    ?.retry?.()
    .catch(() => {});
  await pass(10);
  expect(sent.map(({ path }) => path)).toEqual(["/v1/a"]);
  await pass(60_000);
  await retried;
  errorToasts.forget();
  unmount();
});

it("A first load is sent at once, though the API is down", async () => {
  const { api, sent, server, unmount } = await dashboard(600_000);
  server.isUp = false;
  const failing = [api.request("GET /v1/x"), api.request("GET /v1/y")].map((call) =>
    call.catch(() => {}),
  );
  await pass(20_000);
  await Promise.all(failing);
  sent.length = 0;
  renderHook(() => useApiQuery("GET /v1/new"), underProvider({ api }));
  await pass(10);
  expect(sent.map(({ path }) => path)).toEqual(["/v1/new"]);
  unmount();
});
