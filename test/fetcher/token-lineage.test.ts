/** A token that `refresh` gave is the same person's in every tab, whichever of its forerunners a tab has seen. */

import { beforeEach, describe, expect, it, vi } from "vitest";
import { internalsOf } from "../../src/fetcher/api.ts";
import { bearer } from "../../src/fetcher/bearer.ts";
import { envelope, failureOf, json, quietApi } from "./fake-fetch.ts";
import { fakeTabs } from "./fake-tabs.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

const minute = 60_000;

/** Tabs that share a store whose tokens say nothing of their person and change with each renewal. */
function rotatingTabs() {
  const { words } = fakeTabs(100);
  const store = { token: "T1", valid: "T1", renewals: 1 };
  const refresh = async () => {
    store.renewals += 1;
    store.token = `T${store.renewals}`;
    store.valid = store.token;
    return store.token;
  };
  const newTab = (identity?: () => string) => {
    const answers: Response[] = [];
    const fetch = async (_input: unknown, init?: RequestInit) => {
      const isIn = new Headers(init?.headers).get("authorization") === `Bearer ${store.valid}`;
      return isIn ? (answers.shift() ?? json("in")) : envelope(401, "UNAUTHORIZED");
    };
    const source = { token: () => store.token, refresh, ...(identity && { identity }) };
    const api = quietApi(fetch, { credentials: bearer(source) });
    const others = vi.fn();
    internalsOf(api).signer?.onOtherPerson(others);
    const get = async () => {
      const value = api.request("GET /v1/x");
      await vi.advanceTimersByTimeAsync(minute);
      return value;
    };
    return { api, answers, others, get };
  };
  const expire = () => {
    store.valid = "none";
  };
  return { store, words, newTab, expire };
}

describe("tabs that share a store", () => {
  it.each([0, 1, 2, 5])(
    "go on as the same person where one was opened after %d renewals",
    async (renewals) => {
      const { store, words, newTab, expire } = rotatingTabs();
      const first = newTab();
      for (let n = 1; n <= renewals; n += 1) {
        expire();
        expect(await first.get()).toBe("in");
      }
      const second = newTab();
      expect(await second.get()).toBe("in");
      // While a call of the second waits for its retry, the first renews the token.
      second.answers.push(envelope(503, "DOWN"));
      const waiting = second.api.request("POST /v1/x");
      await vi.advanceTimersByTimeAsync(10);
      expire();
      expect(await first.get()).toBe("in");
      expect(await waiting).toBe("in");
      for (const tab of [second, first]) {
        expire();
        expect(await tab.get()).toBe("in");
      }
      expect(await second.get()).toBe("in");
      expect(store.renewals).toBe(renewals + 4);
      for (const { others } of [first, second]) expect(others).not.toHaveBeenCalled();
      expect(JSON.stringify(words)).not.toMatch(/T\d/);
    },
  );

  it("send nothing of one person's as the next who signs in there", async () => {
    const { store, newTab, expire } = rotatingTabs();
    const [first, second] = [newTab(), newTab()];
    await second.get();
    expire();
    await first.get();
    second.answers.push(envelope(503, "DOWN"));
    const waiting = failureOf(second.api.request("POST /v1/x"));
    await vi.advanceTimersByTimeAsync(10);
    store.token = "of somebody else";
    store.valid = store.token;
    await vi.advanceTimersByTimeAsync(minute);
    expect(await waiting).toMatchObject({ status: 503, attempts: 1 });
    await second.get();
    expect(second.others).toHaveBeenCalledTimes(1);
  });

  it("wait for no word of each other where the app says who is signed in", async () => {
    const { store, newTab } = rotatingTabs();
    const { api, get } = newTab(() => "ada");
    await get();
    Object.assign(store, { token: "T9", valid: "T9" });
    const done = vi.fn();
    api.request("GET /v1/x").then(done);
    await vi.advanceTimersByTimeAsync(10);
    expect(done).toHaveBeenCalledWith("in");
  });

  it("are not disturbed by what another script says under the same name", async () => {
    const { newTab, expire } = rotatingTabs();
    const [first, second] = [newTab(), newTab()];
    for (const { get } of [first, second]) await get();
    const stranger = new BroadcastChannel("react-recourse:refresh");
    const said = [null, "renewing", {}, { renewing: 1 }, { from: "a", to: null, identity: "b" }];
    for (const word of said) stranger.postMessage(word);
    expire();
    for (const { get } of [first, second]) expect(await get()).toBe("in");
    for (const { others } of [first, second]) expect(others).not.toHaveBeenCalled();
  });
});
