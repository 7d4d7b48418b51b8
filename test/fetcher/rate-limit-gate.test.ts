import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ApiOptions } from "../../src/fetcher/api-options.ts";
import { apiKey } from "../../src/fetcher/credentials.ts";
import { endless, envelope, failureOf, json, quietApi } from "./fake-fetch.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

const limited = (seconds: number, status = 429) =>
  envelope(status, "RATE_LIMITED", { "retry-after": String(seconds) });

interface Sent {
  path: string;
  atMs: number;
  answer: (answer: Response) => void;
  fail: (reason: Error) => void;
}

/** An API that answers as it is told, each call when it is told, and knows when each was sent. */
function heldApi(random = () => 0, options: Partial<ApiOptions> = {}) {
  const startMs = Date.now();
  const sent: Sent[] = [];
  const fetch = vi.fn(
    (input: unknown, init?: RequestInit) =>
      new Promise<Response>((answer, fail) => {
        sent.push({
          path: new URL(String(input)).pathname,
          atMs: Date.now() - startMs,
          answer,
          fail,
        });
        init?.signal?.addEventListener("abort", () => fail(init.signal?.reason));
      }),
  );
  const api = quietApi(fetch, { ...options, retry: { random, gate: "api" } });
  return { api, sent, timesOf: () => sent.map(({ atMs }) => atMs) };
}

const once = { retry: false } as const;

/** An API whose first call was answered with a rate limit. */
async function limitedApi(answer: Response, random?: () => number, options?: Partial<ApiOptions>) {
  const held = heldApi(random, options);
  const first = failureOf(held.api.request("GET /v1/first", once));
  await vi.advanceTimersByTimeAsync(0);
  held.sent[0]?.answer(answer);
  return { ...held, first: await first };
}

describe("a rate limit", () => {
  it.each([429, 503])(
    "of a %i holds later calls back until Retry-After, of every route",
    async (status) => {
      const { api, sent, timesOf } = await limitedApi(limited(3, status));
      const later = api.request("POST /v1/later");
      await vi.advanceTimersByTimeAsync(2_999);
      expect(timesOf()).toEqual([0]);
      await vi.advanceTimersByTimeAsync(1);
      expect(timesOf()).toEqual([0, 3_000]);
      sent[1]?.answer(json("in"));
      expect(await later).toBe("in");
    },
  );

  it("of more than 5 s fails later calls at once, with nothing of the other call's answer", async () => {
    const { api, first } = await limitedApi(limited(30));
    await vi.advanceTimersByTimeAsync(10_000);
    const later = await failureOf(api.request("PUT /v1/{id}", { params: { id: "7" } }));
    expect(later).toMatchObject({
      code: "HELD_BACK",
      kind: "rateLimited",
      status: undefined,
      requestId: undefined,
      heldBy: { kind: "rateLimited", status: 429, route: "GET /v1/first" },
      retryAfterMs: 20_000,
      retryAt: first.at + 30_000,
      attempts: 0,
      retryStopped: "heldBack",
      route: "PUT /v1/{id}",
      method: "PUT",
      path: "/v1/7",
    });
    expect(later).not.toBe(first);
  });

  it.each([
    ["429 that names no time", envelope(429, "X")],
    ["503 that names no time", envelope(503, "X")],
    ["429 that names no wait", limited(0)],
    ["429 whose time is malformed", envelope(429, "X", { "retry-after": "soon" })],
    ["500 that names a time", limited(30, 500)],
  ])("is not told by a %s", async (_, answer) => {
    const { api, timesOf } = await limitedApi(answer);
    failureOf(api.request("GET /v1/later", once));
    await vi.advanceTimersByTimeAsync(0);
    expect(timesOf()).toEqual([0, 0]);
    await vi.runAllTimersAsync();
  });

  it("lets one call through when it is over, and the rest within 1 s once that is answered", async () => {
    let draw = 0;
    const { api, sent, timesOf } = await limitedApi(limited(2), () => (draw++ % 5) / 4);
    const later = Array.from({ length: 6 }, () => api.request("GET /v1/later"));
    await vi.advanceTimersByTimeAsync(2_700);
    expect(timesOf()).toEqual([0, 2_000]);
    sent[1]?.answer(json("in"));
    await vi.advanceTimersByTimeAsync(1_000);
    const rest = timesOf().slice(2);
    expect(rest).toEqual([2_700, 2_950, 3_200, 3_450, 3_700]);
    for (const { answer } of sent.slice(2)) answer(json("in"));
    expect(await Promise.all(later)).toEqual(Array.from({ length: 6 }, () => "in"));
  });

  it("spreads nobody who comes after it is over and answered", async () => {
    const { api, sent, timesOf } = await limitedApi(limited(1), () => 1);
    api.request("GET /v1/probe");
    await vi.advanceTimersByTimeAsync(1_000);
    sent[1]?.answer(json("in"));
    await vi.advanceTimersByTimeAsync(10);
    api.request("GET /v1/later");
    await vi.advanceTimersByTimeAsync(0);
    expect(timesOf()).toEqual([0, 1_000, 1_010]);
  });

  it("that comes back on the first call holds the rest back again, or fails them where it is long", async () => {
    const { api, sent, timesOf } = await limitedApi(limited(2));
    const probe = failureOf(api.request("GET /v1/probe", once));
    const rest = failureOf(api.request("GET /v1/rest", once));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(timesOf()).toEqual([0, 2_000]);
    sent[1]?.answer(limited(40));
    expect(await probe).toMatchObject({ attempts: 1, path: "/v1/probe" });
    expect(await rest).toMatchObject({ attempts: 0, path: "/v1/rest", retryAfterMs: 40_000 });
  });

  it("lets one more call through, and not all, when the first gets no answer", async () => {
    const { api, sent, timesOf } = await limitedApi(limited(1));
    const calls = ["GET /v1/a", "GET /v1/b", "GET /v1/c"] as const;
    const outcomes = calls.map((route) => api.request(route, once).catch(({ code }) => code));
    await vi.advanceTimersByTimeAsync(1_200);
    sent[1]?.fail(new TypeError("Failed to fetch"));
    await vi.advanceTimersByTimeAsync(300);
    expect(timesOf()).toEqual([0, 1_000, 1_200]);
    sent[2]?.answer(json("in"));
    await vi.advanceTimersByTimeAsync(1_000);
    sent[3]?.answer(json("in"));
    expect(await Promise.all(outcomes)).toEqual(["NETWORK_ERROR", "in", "in"]);
  });

  it("passes the first place on when the call that has it is aborted", async () => {
    const { api, sent, timesOf } = await limitedApi(limited(1));
    const controller = new AbortController();
    const probe = failureOf(api.request("GET /v1/probe", { signal: controller.signal }));
    const next = api.request("GET /v1/next");
    await vi.advanceTimersByTimeAsync(1_500);
    expect(timesOf()).toEqual([0, 1_000]);
    controller.abort();
    expect((await probe).code).toBe("ABORT_ERROR");
    await vi.advanceTimersByTimeAsync(0);
    expect(timesOf()).toEqual([0, 1_000, 1_500]);
    sent[2]?.answer(json("in"));
    expect(await next).toBe("in");
  });

  it("holds nobody for longer than 5 s when the first call gets no answer", async () => {
    const { api, timesOf } = await limitedApi(limited(1));
    failureOf(api.request("GET /v1/probe", once));
    failureOf(api.request("GET /v1/next", once));
    await vi.advanceTimersByTimeAsync(4_999);
    expect(timesOf()).toEqual([0, 1_000]);
    await vi.advanceTimersByTimeAsync(1);
    expect(timesOf()).toEqual([0, 1_000, 5_000]);
    await vi.runAllTimersAsync();
  });

  it("is open again at the first answer after it, however long the call that went first takes", async () => {
    const { api, sent, timesOf } = await limitedApi(limited(1));
    const slow = api.request("GET /v1/slow", { timeoutMs: 60_000 });
    const next = api.request("GET /v1/next");
    await vi.advanceTimersByTimeAsync(5_000);
    sent[2]?.answer(json("in"));
    expect(await next).toBe("in");
    api.request("GET /v1/later");
    await vi.advanceTimersByTimeAsync(0);
    expect(timesOf()).toEqual([0, 1_000, 5_000, 5_000]);
    sent[1]?.answer(json("in"));
    expect(await slow).toBe("in");
  });

  it("is not told by an answer that its own call no longer waits for", async () => {
    const { api, sent } = heldApi();
    const controller = new AbortController();
    const first = failureOf(api.request("GET /v1/first", { signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(0);
    sent[0]?.answer(endless({ status: 429, headers: { "retry-after": "30" } }));
    await vi.advanceTimersByTimeAsync(0);
    controller.abort();
    expect((await first).code).toBe("ABORT_ERROR");
    const later = api.request("GET /v1/later");
    await vi.advanceTimersByTimeAsync(0);
    sent[1]?.answer(json("in"));
    expect(await later).toBe("in");
  });

  it("lets no call run past its total time, whatever it waits for", async () => {
    const answers = [limited(1)];
    const never = new Promise<Response>(() => {});
    const fetch = vi.fn(async () => answers.shift() ?? never);
    const api = quietApi(fetch, {
      totalTimeoutMs: 1_500,
      timeoutMs: 4_000,
      retry: { gate: "api" },
    });
    await failureOf(api.request("GET /v1/first", once));
    const startMs = Date.now();
    failureOf(api.request("GET /v1/probe"));
    const rest = failureOf(api.request("GET /v1/rest"));
    await vi.advanceTimersByTimeAsync(1_500);
    expect(await rest).toMatchObject({ code: "HELD_BACK", retryStopped: "deadline", attempts: 0 });
    expect(Date.now() - startMs).toBe(1_500);
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it("lets go at once of a call that is aborted while it waits, which is never sent", async () => {
    const { api, timesOf } = await limitedApi(limited(4));
    const controller = new AbortController();
    const later = failureOf(api.request("GET /v1/later", { signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(100);
    controller.abort();
    expect(await later).toMatchObject({ code: "ABORT_ERROR", path: "/v1/later" });
    expect(vi.getTimerCount()).toBe(0);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(timesOf()).toEqual([0]);
  });

  it("that outlasts a call's total time fails it at once", async () => {
    const answers = [limited(4), json("in")];
    const fetch = vi.fn(async () => answers.shift() ?? json("in"));
    const api = quietApi(fetch, { totalTimeoutMs: 3_000, retry: { gate: "api" } });
    await failureOf(api.request("GET /v1/first"));
    const startMs = Date.now();
    expect((await failureOf(api.request("GET /v1/x"))).code).toBe("HELD_BACK");
    expect(Date.now()).toBe(startMs);
  });

  it("counts no time of an attempt while it holds the call back", async () => {
    const { api, sent } = await limitedApi(limited(4));
    const later = api.request("GET /v1/later", { timeoutMs: 1_000 });
    await vi.advanceTimersByTimeAsync(4_900);
    sent[1]?.answer(json("in"));
    expect(await later).toBe("in");
  });

  it("is no longer than an hour, whatever an answer says", async () => {
    const { api, timesOf } = await limitedApi(limited(9_999_999_999));
    await vi.advanceTimersByTimeAsync(3_600_000 - 5_001);
    expect((await failureOf(api.request("GET /v1/x", once))).code).toBe("HELD_BACK");
    await vi.advanceTimersByTimeAsync(5_001);
    failureOf(api.request("GET /v1/x", once));
    await vi.advanceTimersByTimeAsync(0);
    expect(timesOf()).toEqual([0, 3_600_000]);
    await vi.runAllTimersAsync();
  });

  it("is not shortened by a later, shorter one", async () => {
    const { api, sent } = heldApi();
    const both = ["GET /v1/a", "GET /v1/b"] as const;
    const errors = both.map((route) => failureOf(api.request(route, once)));
    await vi.advanceTimersByTimeAsync(0);
    sent[0]?.answer(limited(60));
    sent[1]?.answer(limited(1));
    await Promise.all(errors);
    expect(await failureOf(api.request("GET /v1/c"))).toMatchObject({ retryAfterMs: 60_000 });
  });

  it("is an API's own", async () => {
    await limitedApi(limited(60));
    const { api, sent } = heldApi();
    const other = api.request("GET /v1/x");
    await vi.advanceTimersByTimeAsync(0);
    sent[0]?.answer(json("in"));
    expect(await other).toBe("in");
  });
});

describe("the total time of a call that is held", () => {
  it.each([0, 0.5, 0.99, 1])(
    "ends with nothing sent past it, whatever the spread: %d",
    async (drawn) => {
      const totalTimeoutMs = 1_500;
      const { api, sent, timesOf } = await limitedApi(limited(1), () => drawn, { totalTimeoutMs });
      const calls = [1, 2, 3].map(() => thrownOrValue(api.request("POST /v1/later")));
      await vi.advanceTimersByTimeAsync(1_400);
      sent[1]?.answer(json("in"));
      for (let ms = 0; ms < 200; ms += 1) {
        await vi.advanceTimersByTimeAsync(1);
        for (const { answer } of sent.slice(2)) answer(json("in"));
      }
      expect(timesOf().every((atMs) => atMs < totalTimeoutMs)).toBe(true);
      const unsent = (await Promise.all(calls)).filter((outcome) => outcome !== "in");
      expect(sent.length - 1 + unsent.length).toBe(calls.length);
      for (const error of unsent)
        expect(error).toMatchObject({ code: "HELD_BACK", attempts: 0, retryStopped: "deadline" });
    },
  );

  it("that a probe outlasts ends as held back by the limit", async () => {
    const { api, timesOf } = await limitedApi(limited(1), () => 0, { totalTimeoutMs: 1_500 });
    failureOf(api.request("GET /v1/probe"));
    const held = failureOf(api.request("POST /v1/later"));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await held).toMatchObject({ code: "HELD_BACK", attempts: 0, retryStopped: "deadline" });
    expect(timesOf()).toEqual([0, 1_000]);
  });
});

const thrownOrValue = (call: Promise<unknown>) => call.catch((thrown: unknown) => thrown);

describe("A page whose two exports are limited for an hour", () => {
  async function limitedExports() {
    const sent: string[] = [];
    const fetch = async (input: unknown) => {
      const { pathname } = new URL(String(input));
      sent.push(pathname);
      return pathname.startsWith("/v1/export") ? limited(3_600) : json("in");
    };
    const api = quietApi(fetch, { credentials: apiKey("old") });
    for (const route of ["POST /v1/export-a", "POST /v1/export-b"] as const)
      await failureOf(api.request(route, once));
    sent.length = 0;
    return { api, sent };
  }

  it("lets somebody sign in at once, where that is sent unsigned", async () => {
    const { api, sent } = await limitedExports();
    expect(await api.request("POST /v1/login", { credentials: false })).toBe("in");
    expect(sent).toEqual(["/v1/login"]);
  });

  it("lets everything else go out a minute later, but the exports", async () => {
    const { api } = await limitedExports();
    const held = await failureOf(api.request("GET /v1/sessions"));
    expect(held).toMatchObject({ code: "HELD_BACK", attempts: 0, retryAt: Date.now() + 60_000 });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await api.request("GET /v1/sessions")).toBe("in");
    expect((await failureOf(api.request("POST /v1/export-a"))).code).toBe("HELD_BACK");
  });
});
