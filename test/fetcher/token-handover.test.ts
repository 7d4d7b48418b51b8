/** Firefox hands what one tab has stored over to the others after the lock under which it was stored. */

import { beforeEach, describe, expect, it, vi } from "vitest";
import { internalsOf } from "../../src/fetcher/api.ts";
import { bearer } from "../../src/fetcher/bearer.ts";
import { envelope, failureOf, json, pending, quietApi } from "./fake-fetch.ts";
import { fakeTabs } from "./fake-tabs.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

const base64Url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const jwt = (jti: string) =>
  `${base64Url({ alg: "none" })}.${base64Url({ iss: "https://id.example", sub: "ada", jti })}.sig`;

const opaque = { old: "secret-old", fresh: "secret-fresh" };

/**
 * Tabs of one origin. What one of them stores the others see later. The service takes the fresh token alone, and takes
 * 300 ms to give it.
 */
function origin(lateMs: number, tokens = opaque) {
  const { words } = fakeTabs();
  const startMs = Date.now();
  const tabs: { token: string }[] = [];
  /** When `refresh` was asked, by which tab. */
  const asked: [tab: number, atMs: number][] = [];
  const failures: unknown[] = [];

  const store = (writer: { token: string }, token: string) => {
    writer.token = token;
    for (const tab of tabs.filter((one) => one !== writer))
      setTimeout(() => Object.assign(tab, { token }), lateMs);
  };

  function newTab(token = tokens.old) {
    const tab = { token };
    const number = tabs.push(tab);
    const held: Promise<void>[] = [];
    const fetch = async (_input: unknown, init?: RequestInit) => {
      const signed = new Headers(init?.headers).get("authorization");
      await held.shift();
      return signed === `Bearer ${tokens.fresh}` ? json("in") : envelope(401, "UNAUTHORIZED");
    };
    const refresh = async () => {
      asked.push([number, Date.now() - startMs]);
      const failure = failures.shift();
      await new Promise((done) => setTimeout(done, 300));
      if (failure !== undefined) throw failure;
      store(tab, tokens.fresh);
      return tokens.fresh;
    };
    const api = quietApi(fetch, { credentials: bearer({ token: () => tab.token, refresh }) });
    return { get: () => api.request("GET /v1/x"), tab, held, api };
  }

  const nothing = vi.getTimerCount();
  const isAtRest = () => vi.getTimerCount() === nothing;
  return { newTab, asked, failures, words, isAtRest };
}

const minute = 60_000;
/** All that comes within a minute. */
async function within<T>(values: Promise<T>[]): Promise<T[]> {
  const all = Promise.all(values);
  await vi.advanceTimersByTimeAsync(minute);
  return all;
}

describe("two tabs with one token that has run out", () => {
  const kinds: [string, typeof opaque][] = [
    ["opaque tokens", opaque],
    ["JWTs", { old: jwt("old"), fresh: jwt("fresh") }],
  ];

  it.each(
    kinds.flatMap(([kind, tokens]) =>
      [0, 10, 60, 500, 990].map((ms) => [kind, ms, tokens] as const),
    ),
  )("renew it once (%s), also where the store is %d ms late", async (_, lateMs, tokens) => {
    const { newTab, asked, words, isAtRest } = origin(lateMs, tokens);
    const [first, second] = [newTab(), newTab()];
    const calls = Array.from({ length: 20 }, () => [first.get(), second.get()]).flat();
    expect(new Set(await within(calls))).toEqual(new Set(["in"]));
    expect(asked).toEqual([[1, 0]]);
    expect(isAtRest()).toBe(true);
    for (const token of Object.values(tokens)) expect(JSON.stringify(words)).not.toContain(token);
  });

  it("renew it once where the second is refused when the first has just done it", async () => {
    const { newTab, asked } = origin(200);
    const [first, second] = [newTab(), newTab()];
    const answer = pending<void>();
    second.held.push(answer.promise);
    const calls = [first.get(), second.get()];
    await vi.advanceTimersByTimeAsync(310);
    answer.resolve();
    expect(await within(calls)).toEqual(["in", "in"]);
    expect(asked).toEqual([[1, 0]]);
  });

  it("renew it once by the lock alone, where there are no channels", async () => {
    const { newTab, asked } = origin(200, { old: jwt("old"), fresh: jwt("fresh") });
    vi.stubGlobal("BroadcastChannel", undefined);
    const [first, second] = [newTab(), newTab()];
    expect(await within([first.get(), second.get()])).toEqual(["in", "in"]);
    expect(asked).toEqual([[1, 0]]);
  });

  it("each renew it where the store shows it later than a second", async () => {
    const { newTab, asked } = origin(1_500);
    const [first, second] = [newTab(), newTab()];
    expect(await within([first.get(), second.get()])).toEqual(["in", "in"]);
    expect(asked).toEqual([
      [1, 0],
      [2, 1_300],
    ]);
  });

  it.each<[string, unknown]>([
    ["fails on the network", new TypeError("Failed to fetch")],
    ["is refused", new Response(null, { status: 401 })],
  ])(
    "are not held up longer than a second where the first one's renewal %s",
    async (_, failure) => {
      const { newTab, asked, failures } = origin(10);
      failures.push(failure);
      const [first, second] = [newTab(), newTab()];
      const calls = [first.get().catch(() => "ended"), second.get()];
      expect(await within(calls)).toContain("in");
      expect(asked.slice(0, 2)).toEqual([
        [1, 0],
        [2, 1_300],
      ]);
    },
  );

  it("hold up no later renewal of the same token once one has waited in vain", async () => {
    const { newTab, asked, failures } = origin(10);
    const offline = new TypeError("Failed to fetch");
    failures.push(new Response(null, { status: 401 }), offline);
    const [first, second] = [newTab(), newTab()];
    const calls = [first.get().catch(() => "ended"), second.get()];
    expect(await within(calls)).toEqual(["ended", "in"]);
    // The first is refused, the second waits for a second, fails, and asks again with its retry's delay alone.
    expect(asked).toEqual([
      [1, 0],
      [2, 1_300],
      [2, 1_850],
    ]);
  });
});

describe("a person who signs out while their tab waits for another's token", () => {
  it.each([100, 400])("after %d ms has none asked for any more", async (ms) => {
    const { newTab, asked } = origin(minute);
    const [first, second] = [newTab(), newTab()];
    const calls: Promise<unknown>[] = [first.get(), failureOf(second.get())];
    await vi.advanceTimersByTimeAsync(ms);
    internalsOf(second.api).forget();
    expect(await within(calls)).toMatchObject(["in", { code: "UNAUTHORIZED", attempts: 1 }]);
    expect(asked).toEqual([[1, 0]]);
  });
});

describe("a tab whose token is its own", () => {
  it("renews it at once", async () => {
    const { newTab, asked } = origin(minute);
    expect(await within([newTab().get()])).toEqual(["in"]);
    expect(asked).toEqual([[1, 0]]);
  });

  it("waits for its turn and for nothing else, since the others renew other tokens", async () => {
    const { newTab, asked } = origin(minute);
    const tabs = [newTab("of 1"), newTab("of 2"), newTab("of 3")];
    expect(await within(tabs.map(({ get }) => get()))).toEqual(["in", "in", "in"]);
    expect(asked).toEqual([
      [1, 0],
      [2, 300],
      [3, 600],
    ]);
  });
});

describe("a refresh that is over by its time limit", () => {
  it("while it waits for the store asks for no token any more", async () => {
    const { newTab, asked, isAtRest } = origin(minute);
    const { api } = newTab();
    const turn = pending<void>();
    navigator.locks.request("react-recourse:refresh", {}, () => turn.promise);
    const failed = failureOf(api.request("GET /v1/x", { retry: false }));
    await vi.advanceTimersByTimeAsync(29_500);
    turn.resolve();
    await vi.advanceTimersByTimeAsync(minute);
    expect(await failed).toMatchObject({ code: "TIMEOUT" });
    expect(asked).toEqual([]);
    expect(isAtRest()).toBe(true);
  });
});
