/** An error keeps its own last answer, and counts what was sent. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ApiError } from "../../src/error/api-error.ts";
import { apiKey } from "../../src/fetcher/credentials.ts";
import { envelope, failureOf, fakeFetch, json, quietApi } from "./fake-fetch.ts";
import { seeded } from "./outage.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

const minute = 60_000;

/** An API that is down, and gives each answer an id of its own, named after the route that was asked for. */
function apiThatIsDown(retry: object, failOn?: (path: string) => Response | undefined) {
  const given: Record<string, string[]> = {};
  const fetch = vi.fn(async (input: unknown) => {
    const path = new URL(String(input)).pathname;
    const ids = given[path] ?? [];
    given[path] = [...ids, `req${path}#${ids.length + 1}`];
    await new Promise((resolve) => setTimeout(resolve, 50));
    const error = { code: `OUT${path}`, message: `m${path}`, requestId: given[path]?.at(-1) };
    return failOn?.(path) ?? json({ error: { ...error, from: path } }, { status: 503 });
  });
  return { api: quietApi(fetch, { retry: { budget: false, ...retry } }), fetch, given };
}

/** All that a person or a log may see of an error, its cause included. */
const allOf = (error: ApiError) => JSON.stringify([error, error.cause]);

describe("three calls to an API that is down", () => {
  const routes = ["/v1/agents", "/v1/sessions", "/v1/tools"] as const;

  it.each([1, 2, 3, 4, 5])(
    "each end with their own last answer and with what was sent (seed %i)",
    async (seed) => {
      const { api, fetch, given } = apiThatIsDown({ random: seeded(seed) });
      const calls = routes.map((path) => failureOf(api.request(`GET ${path}`)));
      await vi.advanceTimersByTimeAsync(minute);
      const errors = await Promise.all(calls);
      expect(errors.map(({ path }) => path)).toEqual(routes);
      expect(errors.map(({ requestId }) => requestId)).toEqual(
        routes.map((path) => given[path]?.at(-1)),
      );
      expect(errors.map(({ attempts }) => attempts)).toEqual(
        routes.map((path) => given[path]?.length),
      );
      for (const error of errors) {
        const { path } = error;
        expect(error).toMatchObject({
          code: `OUT${path}`,
          message: `m${path}`,
          details: { from: path },
          retryStopped: "attempts",
        });
        const others = routes.filter((route) => route !== path);
        for (const other of others) expect(allOf(error)).not.toContain(other);
      }
      // Some rounds were counted without being sent.
      expect(fetch.mock.calls.length).toBeLessThan(15);
    },
  );

  it("keep the time and the cause of their own last failure where the network is gone", async () => {
    const resets: { cause: TypeError; path: string; atMs: number }[] = [];
    const { api } = apiThatIsDown({ random: seeded(1) }, (path) => {
      const cause = new TypeError("Failed to fetch");
      resets.push({ cause, path, atMs: Date.now() });
      throw cause;
    });
    const calls = routes.map((path) => failureOf(api.request(`GET ${path}`)));
    await vi.advanceTimersByTimeAsync(minute);
    for (const error of await Promise.all(calls)) {
      const own = resets.filter(({ path }) => path === error.path);
      expect(error).toMatchObject({
        code: "NETWORK_ERROR",
        attempts: own.length,
        at: own.at(-1)?.atMs,
        retryStopped: "attempts",
      });
      expect(error.cause).toBe(own.at(-1)?.cause);
    }
    expect(resets.length).toBeLessThan(15);
  });
});

describe("a retry that a rate limit refuses", () => {
  it("ends its call with the call's own answer, and says when the limit is over", async () => {
    const limit = envelope(429, "LIMITED", { "retry-after": "30" });
    const { api } = apiThatIsDown({ random: () => 0, gate: "api" }, (path) =>
      path === "/v1/limited" ? limit : undefined,
    );
    const own = failureOf(api.request("GET /v1/own"));
    await vi.advanceTimersByTimeAsync(100);
    const limited = failureOf(api.request("GET /v1/limited", { retry: false }));
    await vi.advanceTimersByTimeAsync(minute);
    expect(await own).toMatchObject({
      code: "OUT/v1/own",
      requestId: "req/v1/own#1",
      attempts: 1,
      retryStopped: "heldBack",
      retryAt: (await limited).at + 30_000,
    });
    expect(allOf(await own)).not.toContain("LIMITED");
  });
});

describe("a call of which nothing was sent", () => {
  it("counts no attempts where its credentials fail, and ends all the same", async () => {
    const { fetch } = fakeFetch(json("in"));
    const key = vi.fn(() => Promise.reject(new TypeError("Failed to fetch")));
    const api = quietApi(fetch, { credentials: apiKey(key) });
    const error = failureOf(api.request("GET /v1/x"));
    await vi.advanceTimersByTimeAsync(minute);
    expect(await error).toMatchObject({
      code: "NETWORK_ERROR",
      attempts: 0,
      retryStopped: "attempts",
    });
    expect(key).toHaveBeenCalledTimes(5);
    expect(fetch).not.toHaveBeenCalled();
  });

  it.each([
    ["its caller", undefined, { code: "ABORT_ERROR", retryStopped: "notRetryable" }],
    [
      "a time limit of its caller's",
      new DOMException("late", "TimeoutError"),
      { code: "TIMEOUT", retryStopped: "deadline" },
    ],
  ])("counts none where %s ends it while a rate limit holds it", async (_, reason, expected) => {
    const { fetch } = fakeFetch(envelope(429, "LIMITED", { "retry-after": "4" }), json("in"));
    const api = quietApi(fetch, { retry: { gate: "api" } });
    await failureOf(api.request("GET /v1/first", { retry: false }));
    const controller = new AbortController();
    const held = failureOf(api.request("GET /v1/held", { signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(100);
    controller.abort(reason);
    expect(await held).toMatchObject({ ...expected, attempts: 0, requestId: undefined });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it("counts none where its time runs out before the credentials come", async () => {
    const { fetch } = fakeFetch(json("in"));
    const api = quietApi(fetch, { credentials: apiKey(() => new Promise(() => {})) });
    const late = failureOf(api.request("POST /v1/x", { timeoutMs: 1_000 }));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await late).toMatchObject({ code: "TIMEOUT", attempts: 0 });
  });
});
