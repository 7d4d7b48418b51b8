/** What is due and what is over is told by a clock that only goes forward, whatever becomes of the device's own. */

import { beforeEach, describe, expect, it, vi } from "vitest";
import { setClock, sleepPage } from "../retry/clocks.ts";
import {
  envelope,
  failureOf,
  fakeFetch,
  json,
  pending,
  quietApi,
  silentFetch,
} from "./fake-fetch.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

const hour = 3_600_000;
const limited = (seconds: number) =>
  envelope(429, "RATE_LIMITED", { "retry-after": String(seconds) });
const once = { retry: false } as const;

/** An API that has just been limited, and answers well from then on, each call when it is told. */
async function limitedFor(seconds: number) {
  const answers = [pending<Response>()];
  const { fetch, sent } = fakeFetch(limited(seconds), () => {
    const answer = pending<Response>();
    answers.push(answer);
    return answer.promise;
  });
  const api = quietApi(fetch);
  await failureOf(api.request("GET /v1/limited", once));
  const answer = (index: number) => answers[index]?.resolve(json("ok"));
  return { api, sent, answer };
}

describe("A rate limit that is waited for", () => {
  it.each<[string, () => void]>([
    ["is set back by an hour", () => setClock(-hour)],
    ["is set back by a year", () => setClock(-365 * 24 * hour)],
    ["stays as it is", () => {}],
  ])("is over in its time where the clock %s", async (_, change) => {
    const { api, sent, answer } = await limitedFor(4);
    change();
    const done = api.request("GET /v1/limited");
    await vi.advanceTimersByTimeAsync(3_999);
    expect(sent).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toHaveLength(2);
    answer(1);
    expect(await done).toBe("ok");
  });

  it("is told of with the time that is left, where the clock is set back by an hour", async () => {
    const { api } = await limitedFor(10);
    setClock(-hour);
    const error = await failureOf(api.request("GET /v1/limited"));
    expect(error).toMatchObject({ attempts: 0, retryAt: Date.now() + 10_000 });
    await vi.advanceTimersByTimeAsync(10_000);
  });

  it.each<[string, () => void]>([
    ["the clock is set forward by 8 hours", () => setClock(8 * hour)],
    ["the page has slept for an hour", () => sleepPage(hour)],
  ])("costs one probe where %s, and nobody else goes before its answer", async (_, change) => {
    const { api, sent, answer } = await limitedFor(60);
    change();
    const all = Array.from({ length: 5 }, () => api.request("GET /v1/limited"));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toHaveLength(2);
    answer(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toHaveLength(6);
    for (const index of [2, 3, 4, 5]) answer(index);
    expect(await Promise.all(all)).toEqual(["ok", "ok", "ok", "ok", "ok"]);
  });
});

describe("An attempt whose time limit fires late", () => {
  const timeoutMs = 10_000;

  it("is one that the page slept through: a GET is sent again, as after a failure of the network", async () => {
    let sent = 0;
    const fetch: typeof globalThis.fetch = (input, init) => {
      sent += 1;
      return sent === 1 ? silentFetch(input, init) : Promise.resolve(json("ok"));
    };
    const done = quietApi(fetch, { timeoutMs, totalTimeoutMs: 24 * hour }).request("GET /v1/x");
    await vi.advanceTimersByTimeAsync(1_000);
    sleepPage(hour);
    await vi.advanceTimersByTimeAsync(timeoutMs);
    expect(await done).toBe("ok");
    expect(sent).toBe(2);
  });

  it("is told as the network's where a POST must not be sent again", async () => {
    const error = failureOf(quietApi(silentFetch, { timeoutMs }).request("POST /v1/x"));
    await vi.advanceTimersByTimeAsync(1_000);
    sleepPage(60_000);
    await vi.advanceTimersByTimeAsync(timeoutMs);
    expect(await error).toMatchObject({
      code: "NETWORK_ERROR",
      kind: "network",
      attempts: 1,
      retryStopped: "unsafeMethod",
    });
  });

  it.each([
    [4_900, "TIMEOUT"],
    [5_100, "NETWORK_ERROR"],
  ])("by %i ms is a %s", async (lateMs, code) => {
    const error = failureOf(quietApi(silentFetch, { timeoutMs }).request("POST /v1/x"));
    await vi.advanceTimersByTimeAsync(1_000);
    sleepPage(lateMs);
    await vi.advanceTimersByTimeAsync(timeoutMs);
    expect(await error).toMatchObject({ code });
  });
});

describe("A call's total time", () => {
  it.each<[string, number]>([
    ["forward by 8 hours", 8 * hour],
    ["back by an hour", -hour],
  ])("is its own, where the clock is set %s meanwhile", async (_, byMs) => {
    const { fetch } = fakeFetch(envelope(503, "X"), envelope(503, "X"), json("ok"));
    const done = quietApi(fetch).request("GET /v1/x");
    await vi.advanceTimersByTimeAsync(100);
    setClock(byMs);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await done).toBe("ok");
  });
});
