/** The table of the docs page “Try again”, line by line. */

import { dehydrate, hydrate, onlineManager, QueryClient } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { apiKey } from "../../src/fetcher/credentials.ts";
import { apiMutationOptions } from "../../src/query/api-mutation-options.ts";
import { useApiMutation } from "../../src/query/useApiMutation.ts";
import { errorToasts } from "../../src/toasts/mounted-toasts.ts";
import { tryAgainPromises } from "../../stories/patterns/try-again-promises.ts";
import { json, pending } from "../fetcher/fake-fetch.ts";
import { page, toasts, tryAgain, world, write } from "./failing-writes.tsx";
import { pass } from "./under-provider.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  onlineManager.setOnline(true);
  errorToasts.clear();
});

const post = (body: unknown) => write("POST", { body });
const put = (body: unknown) => write("PUT", { body });

/** Ada's key, until somebody else's takes its place. */
function signedWorld() {
  const app: { key: string | null } = { key: "ada" };
  return { app, ...world({ credentials: apiKey(() => app.key) }) };
}

const tests: Record<keyof typeof tryAgainPromises, () => Promise<void>> = {
  async sent() {
    const { api, server, whatOf } = world();
    await page(api).write(post("a"), post("b"), post("c"));
    await tryAgain();
    expect(whatOf(3)).toEqual(['POST /v1/items/1 "a"']);
    server.isUp = true;
    await tryAgain();
    expect(whatOf(4)).toEqual([
      'POST /v1/items/1 "a"',
      'POST /v1/items/1 "b"',
      'POST /v1/items/1 "c"',
    ]);
    expect(toasts()).toHaveLength(0);
  },

  async twice() {
    const { api, server, sent } = world();
    await page(api).write(post("a"));
    const slow = pending<Response>();
    server.failWith = () => slow.promise;
    const [toast] = errorToasts.open();
    const presses = [toast?.retry?.(), toast?.retry?.()];
    await pass(10);
    slow.resolve(json({ ok: true }));
    await pass(10);
    await Promise.all(presses);
    expect(sent).toHaveLength(2);
  },

  async key() {
    const { api, sent, server } = world();
    server.failWith = () => {
      throw new TypeError("Failed to fetch");
    };
    const { wrapper } = page(api);
    renderHook(() => useApiMutation("POST /v1/bookings", { idempotencyKey: true }), {
      wrapper,
    }).result.current.mutate();
    await pass(10);
    await tryAgain();
    await tryAgain();
    expect(sent).toHaveLength(3);
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
  },

  async waiting() {
    const { api, server, whatOf } = world();
    const { write: begin } = page(api);
    await begin(put("old"));
    const slow = pending<Response>();
    server.failWith = () => slow.promise;
    await begin(put("new"));
    await tryAgain();
    expect(whatOf(2)).toEqual([]);
    slow.resolve(json({ ok: true }));
    await pass(10);
    expect(whatOf(2)).toEqual([]);
    expect(toasts()).toHaveLength(0);
  },

  async overtaken() {
    const { api, server, whatOf } = world();
    const { write: begin } = page(api);
    await begin(put("old"));
    server.isUp = true;
    await begin(put("new"));
    expect(toasts()).toHaveLength(0);
    expect(whatOf(2)).toEqual([]);
  },

  async saved() {
    const { api, server, whatOf } = world();
    server.isUp = true;
    const { wrapper } = page(api);
    const onSuccess = () => {
      throw new Error("the app's own");
    };
    const { result } = renderHook(() => useApiMutation("POST /v1/items", {}, { onSuccess }), {
      wrapper,
    });
    act(() => result.current.mutate({ body: 1 }));
    await pass(10);
    expect(toasts()).toHaveLength(1);
    await tryAgain();
    expect(whatOf()).toEqual(["POST /v1/items 1"]);
  },

  async gone() {
    const { api, server, whatOf } = world();
    const { wrapper } = page(api);
    const [ofHook, ofCall] = [vi.fn(), vi.fn()];
    const { result, unmount } = renderHook(
      () => useApiMutation("POST /v1/items", {}, { onSuccess: ofHook }),
      { wrapper },
    );
    act(() => result.current.mutate({ body: 1 }, { onSuccess: ofCall }));
    await pass(10);
    unmount();
    server.isUp = true;
    await tryAgain();
    expect(whatOf(1)).toEqual(["POST /v1/items 1"]);
    expect([ofHook, ofCall].map(({ mock }) => mock.calls.length)).toEqual([1, 0]);
  },

  async another() {
    const { api, server } = world();
    const { wrapper } = page(api);
    const onSuccess = vi.fn();
    const { result } = renderHook(() => useApiMutation("POST /v1/items", {}, { onSuccess }), {
      wrapper,
    });
    act(() => result.current.mutate({ body: "older" }));
    await pass(10);
    server.isUp = true;
    act(() => result.current.mutate({ body: "newer" }));
    await pass(10);
    await tryAgain();
    expect(onSuccess.mock.calls.map(([, { body }]) => body)).toEqual(["newer", "older"]);
    expect(result.current.variables).toEqual({ body: "newer" });
  },

  async offline() {
    const { app, api, server, sent } = signedWorld();
    await page(api).write(post("a"));
    server.isUp = true;
    onlineManager.setOnline(false);
    await tryAgain();
    expect(sent).toHaveLength(1);
    act(() => onlineManager.setOnline(true));
    await pass(10);
    expect(sent.map(({ signed }) => signed)).toEqual(["ada", "ada"]);
    expect(app.key).toBe("ada");
  },

  async expired() {
    const { app, api, server, sent } = signedWorld();
    await page(api).write(post("a"));
    app.key = null;
    server.isUp = true;
    await tryAgain();
    expect(sent).toHaveLength(1);
    expect(toasts()[0]).toHaveTextContent("signed in");
    app.key = "ada";
    await tryAgain();
    expect(sent.map(({ signed }) => signed)).toEqual(["ada", "ada"]);
  },

  async other() {
    const { app, api, server, sent } = signedWorld();
    await page(api).write(post("a"));
    app.key = "bob";
    server.isUp = true;
    await tryAgain();
    expect(sent).toHaveLength(1);
    expect([toasts(), errorToasts.logged()]).toEqual([[], []]);
  },

  async reloaded() {
    const { app, api, sent, server } = signedWorld();
    server.isUp = true;
    const { client, write: begin } = page(api);
    onlineManager.setOnline(false);
    await begin(post("a"));
    const kept = JSON.parse(JSON.stringify(dehydrate(client)));
    const later = new QueryClient();
    const { mutationFn } = apiMutationOptions(api, "POST /v1/items/{id}");
    later.setMutationDefaults([api.name], mutationFn ? { mutationFn } : {});
    app.key = "bob";
    hydrate(later, kept);
    onlineManager.setOnline(true);
    client.getMutationCache().clear();
    await act(() => later.resumePausedMutations());
    expect(sent.map(({ what, signed }) => [what, signed])).toEqual([
      ['POST /v1/items/1 "a"', "bob"],
    ]);
    onlineManager.setOnline(false);
    await begin(post("b"));
    client.clear();
    expect(dehydrate(client).mutations).toEqual([]);
  },

  async many() {
    const { api, server, whatOf } = world();
    const { wrapper } = page(api);
    const { result } = renderHook(() => useApiMutation("POST /v1/items"), { wrapper });
    act(() => {
      for (let body = 0; body < 60; body += 1) result.current.mutate({ body });
    });
    await pass(10);
    expect(toasts()[0]).toHaveTextContent("10");
    server.isUp = true;
    await tryAgain();
    expect(whatOf(60)).toEqual(
      Array.from({ length: 50 }, (_, index) => `POST /v1/items ${index + 10}`),
    );
  },
};

const rows = Object.entries(tests).map(([id, run]): [string, string, () => Promise<void>] => {
  const promise = Object.entries(tryAgainPromises).find(([known]) => known === id)?.[1];
  return [String(promise?.when), String(promise?.what), run];
});

it.each(rows)("%s: %s", (_, __, run) => run());
