/** A route that refuses even a fresh token must not have tokens renewed time after time. */

import { beforeEach, describe, expect, it, vi } from "vitest";
import { bearer } from "../../src/fetcher/bearer.ts";
import type { Credentials } from "../../src/fetcher/credentials.ts";
import { envelope, json, quietApi } from "./fake-fetch.ts";
import { fakeTabs } from "./fake-tabs.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

const minute = 60_000;

/** What takes the newest token on all routes but the locked ones, which refuse every token. */
function rotatingService() {
  const store = { token: "secret0", newest: "secret1", issued: 1 };
  const refresh = vi.fn(async () => {
    // The first is there already: the old one has run out.
    if (refresh.mock.calls.length > 1) expire();
    store.token = store.newest;
    return store.token;
  });
  /** The token that was the newest runs out. */
  function expire() {
    store.issued += 1;
    store.newest = `secret${store.issued}`;
  }
  const fetch = async (input: unknown, init?: RequestInit) => {
    const isLocked = String(input).includes("locked");
    const signed = new Headers(init?.headers).get("authorization");
    const isTaken = !isLocked && signed === `Bearer ${store.newest}`;
    return isTaken ? json("in") : envelope(401, "UNAUTHORIZED");
  };
  const apiWith = (credentials: Credentials, name = "a") => quietApi(fetch, { credentials, name });
  /** What a tab of its own has. */
  const newTab = () => apiWith(bearer({ token: () => store.token, refresh }));
  return { store, refresh, expire, apiWith, newTab };
}

type Api = ReturnType<ReturnType<typeof rotatingService>["newTab"]>;

/** The status of a call, 200 for one that went through. */
const statusOf = (api: Api, path: string) =>
  api.request(`GET /v1/${path}`).then(
    () => 200,
    (error: { status?: number }) => error.status,
  );

/** Asks for all of these in turn, every 5 s or so; gives what the last round came to. */
async function poll(times: number, ...polled: [Api, string][]): Promise<(number | undefined)[]> {
  let statuses: (number | undefined)[] = [];
  for (let round = 1; round <= times; round += 1) {
    statuses = [];
    for (const [api, path] of polled) {
      const status = statusOf(api, path);
      await vi.advanceTimersByTimeAsync(500);
      statuses.push(await status);
    }
    await vi.advanceTimersByTimeAsync(4_000);
  }
  return statuses;
}

describe("a route that refuses every token", () => {
  const kinds: [string, (service: ReturnType<typeof rotatingService>) => Credentials][] = [
    ["a stored token", ({ store, refresh }) => bearer({ token: () => store.token, refresh })],
    ["a token that is not stored", ({ refresh }) => bearer({ token: () => "secret0", refresh })],
    ["no token yet", ({ refresh }) => bearer({ token: () => null, refresh })],
    [
      "a token that refresh gives again",
      ({ refresh }) =>
        bearer({
          token: () => "secret0",
          refresh: async () => {
            await refresh();
            return "secret0";
          },
        }),
    ],
    [
      "credentials of the app's own",
      ({ store, refresh }) => ({
        headers: async () => ({ authorization: `Bearer ${store.token}` }),
        identity: () => "ada",
        renew: async () => (await refresh()) !== "",
      }),
    ],
  ];

  it.each(kinds)("is polled ten times with %s: one refresh", async (_, make) => {
    const service = rotatingService();
    const api = service.apiWith(make(service));
    expect(await poll(10, [api, "locked"])).toEqual([401]);
    expect(service.refresh).toHaveBeenCalledTimes(1);
  });

  it.each([2, 5])(
    "is one of %d that are polled in turns: they do not renew in turns",
    async (count) => {
      const { newTab, refresh } = rotatingService();
      const api = newTab();
      const routes = Array.from({ length: count }, (_, n): [Api, string] => [
        api,
        `locked/${"abcde"[n]}`,
      ]);
      await poll(10, ...routes);
      expect(refresh.mock.calls.length).toBeLessThanOrEqual(count);
    },
  );

  it("is refreshed for once where several are asked at a time", async () => {
    const { newTab, refresh } = rotatingService();
    const api = newTab();
    const round = () => Promise.all(["locked/a", "locked/b"].map((path) => statusOf(api, path)));
    for (let times = 1; times <= 10; times += 1) expect(await round()).toEqual([401, 401]);
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it("keeps no other route from a fresh token", async () => {
    const { newTab, refresh, expire } = rotatingService();
    const api = newTab();
    expect(await poll(3, [api, "locked"], [api, "open"])).toEqual([401, 200]);
    expect(refresh).toHaveBeenCalledTimes(1);
    expire();
    expect(await statusOf(api, "open")).toBe(200);
    expect(refresh).toHaveBeenCalledTimes(2);
  });

  it("is renewed for once more where a token has come that helped another route", async () => {
    const { newTab, refresh, expire } = rotatingService();
    const api = newTab();
    await poll(3, [api, "locked"]);
    expire();
    expect(await poll(5, [api, "open"], [api, "locked"])).toEqual([200, 401]);
    expect(refresh).toHaveBeenCalledTimes(3);
  });

  it("is renewed for once more after a new sign-in", async () => {
    const { newTab, refresh, store } = rotatingService();
    const api = newTab();
    await poll(3, [api, "locked"]);
    store.token = "signed in again";
    await poll(3, [api, "locked"]);
    expect(refresh).toHaveBeenCalledTimes(2);
  });

  it("is renewed for once more when a minute is over", async () => {
    const { newTab, refresh } = rotatingService();
    const api = newTab();
    await statusOf(api, "locked");
    await vi.advanceTimersByTimeAsync(minute - 1);
    await statusOf(api, "locked");
    expect(refresh).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    await statusOf(api, "locked");
    await statusOf(api, "locked");
    expect(refresh).toHaveBeenCalledTimes(2);
  });

  it("is another one in another API, on the same credentials", async () => {
    const { store, refresh, apiWith } = rotatingService();
    const credentials = bearer({ token: () => store.token, refresh });
    const [first, second] = [apiWith(credentials, "first"), apiWith(credentials, "second")];
    await poll(10, [first, "locked"], [second, "locked"]);
    expect(refresh).toHaveBeenCalledTimes(2);
  });
});

describe("tabs that poll routes which refuse every token", () => {
  it.each([
    ["the same one", ["locked", "locked"], 1],
    ["each another one", ["locked", "locked/b"], 2],
  ])("renew no more than one tab would: %s", async (_, [first = "", second = ""], renewals) => {
    const { words } = fakeTabs();
    const { newTab, refresh } = rotatingService();
    const tabs = [newTab(), newTab()] as const;
    await poll(1, [tabs[0], "open"], [tabs[1], "open"]);
    expect(refresh).toHaveBeenCalledTimes(1);
    await poll(10, [tabs[0], first], [tabs[1], second]);
    expect(refresh).toHaveBeenCalledTimes(1 + renewals);
    expect(words).toContainEqual({ futile: expect.any(String), route: "a GET /v1/locked" });
    expect(JSON.stringify(words)).not.toContain("secret");
  });
});
