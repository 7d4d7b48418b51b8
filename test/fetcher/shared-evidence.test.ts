import { beforeEach, describe, expect, it, vi } from "vitest";
import { endless, envelope, failureOf, json, quietApi } from "./fake-fetch.ts";
import { apiInOutage, seeded } from "./outage.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

type Api = ReturnType<typeof quietApi>;

const paths = Array.from({ length: 10 }, (_, index) => `/v1/part-${index}` as const);
const ask = (api: Api, path: `/${string}`) => api.request(`GET ${path}`);

async function settled<T>(calls: Promise<T>[]) {
  const results = Promise.allSettled(calls);
  await vi.runAllTimersAsync();
  return results;
}

const seeds = Array.from({ length: 50 }, (_, index) => index + 1);

describe("a page of ten calls to an API that answers 503 for 3 s", () => {
  it.each([50, 500, 1_500])(
    "recovers as a whole with at most 15 retries, at %i ms an answer",
    async (latencyMs) => {
      const retries: number[] = [];
      for (const seed of seeds) {
        const outage = { lastsMs: 3_000, latencyMs };
        const { api, asked } = apiInOutage(outage, { retry: { random: seeded(seed) } });
        const results = await settled(paths.map((path) => ask(api, path)));
        expect(results).toEqual(paths.map((value) => ({ status: "fulfilled", value })));
        retries.push(asked.length - paths.length);
      }
      expect(Math.max(...retries)).toBeLessThanOrEqual(15);
    },
  );

  it("takes no longer than it would alone", async () => {
    const slowest = async (shareEvidence: boolean) => {
      const times: number[] = [];
      for (const seed of seeds) {
        const startMs = Date.now();
        const retry = { random: seeded(seed), shareEvidence, budget: false as const };
        const { api } = apiInOutage({ lastsMs: 3_000 }, { retry });
        const timed = paths.map((path) =>
          ask(api, path).then(() => times.push(Date.now() - startMs)),
        );
        await settled(timed);
      }
      expect(times).toHaveLength(seeds.length * paths.length);
      return Math.max(...times);
    };
    expect(await slowest(true)).toBeLessThanOrEqual(1.1 * (await slowest(false)));
  });

  it("sends about 30 retries where evidence is not shared", async () => {
    const retry = { random: seeded(1), shareEvidence: false, budget: false as const };
    const { api, asked } = apiInOutage({ lastsMs: 3_000 }, { retry });
    await settled(paths.map((path) => ask(api, path)));
    expect(asked.length - paths.length).toBeGreaterThan(20);
  });

  it("is never seen, however many call: an outage under 7.5 s of 503s ends before any last attempt", async () => {
    for (const seed of seeds) {
      const { api } = apiInOutage({ lastsMs: 7_400 }, { retry: { random: seeded(seed) } });
      const results = await settled(paths.map((path) => ask(api, path)));
      expect(results.filter(({ status }) => status === "rejected")).toEqual([]);
    }
  });
});

describe("what one call has seen of an API", () => {
  it("spares a retry that comes due after it: its round counts, and sends nothing", async () => {
    const { api, asked } = apiInOutage({ lastsMs: 60_000 }, { retry: { budget: false } });
    const first = failureOf(ask(api, "/v1/first"));
    await vi.advanceTimersByTimeAsync(300);
    const second = failureOf(ask(api, "/v1/second"));
    await vi.runAllTimersAsync();
    const errors = [await first, await second];
    const askedFor = (path: string) => asked.filter((one) => one.path === path).length;
    for (const path of ["/v1/first", "/v1/second"])
      expect(errors).toContainEqual(
        expect.objectContaining({ path, attempts: askedFor(path), retryStopped: "attempts" }),
      );
    expect(asked.length).toBeLessThan(10);
  });

  it("never stands in for a last attempt, unless it came after that was due", async () => {
    const answers = [envelope(503, "OUT"), envelope(503, "OUT"), json("back")];
    const fetch = vi.fn(async () => answers.shift() ?? json("back"));
    const api = quietApi(fetch, { retry: { maxAttempts: 2 } });
    const first = ask(api, "/v1/first");
    await vi.advanceTimersByTimeAsync(400);
    const second = ask(api, "/v1/second");
    await vi.runAllTimersAsync();
    expect(await Promise.all([first, second])).toEqual(["back", "back"]);
    expect(fetch).toHaveBeenCalledTimes(4);
  });

  it("never stands in for a first attempt", async () => {
    const { api, asked } = apiInOutage({ lastsMs: 60_000 });
    failureOf(ask(api, "/v1/first"));
    await vi.advanceTimersByTimeAsync(100);
    failureOf(ask(api, "/v1/second"));
    await vi.advanceTimersByTimeAsync(0);
    expect(asked.map(({ path }) => path)).toEqual(["/v1/first", "/v1/second"]);
    await vi.runAllTimersAsync();
  });

  it("is shared in a network failure too, and between routes and methods", async () => {
    const fetch = vi.fn(async (_input: unknown, init?: RequestInit): Promise<Response> => {
      if (Date.now() < endMs) throw new TypeError("Failed to fetch");
      return json(init?.method ?? "");
    });
    const endMs = Date.now() + 3_000;
    const api = quietApi(fetch, { retry: { random: seeded(3) } });
    const calls = ["GET /v1/a", "PUT /v1/b", "DELETE /v1/c", "GET /v1/d"] as const;
    const results = await settled(calls.map((route) => api.request(route)));
    expect(results.map(({ status }) => status)).toEqual(calls.map(() => "fulfilled"));
    expect(fetch.mock.calls.length).toBeLessThan(12);
  });

  it("lets a retry wait for another's that is under way, and both through when that works", async () => {
    const answers: ((answer: Response) => void)[] = [];
    const fetch = vi.fn(() => new Promise<Response>((resolve) => answers.push(resolve)));
    const api = quietApi(fetch, { retry: { random: () => 0 } });
    const calls = [ask(api, "/v1/a"), ask(api, "/v1/b")];
    await vi.advanceTimersByTimeAsync(0);
    for (const answer of answers) answer(envelope(503, "OUT"));
    await vi.advanceTimersByTimeAsync(2_000);
    // One has asked again at 500 ms; the other, due then as well, waits for what comes of it.
    expect(fetch).toHaveBeenCalledTimes(3);
    answers[2]?.(json("back"));
    await vi.advanceTimersByTimeAsync(0);
    expect(fetch).toHaveBeenCalledTimes(4);
    answers[3]?.(json("back"));
    expect(await Promise.all(calls)).toEqual(["back", "back"]);
  });

  it("is waited for 5 s at most: a slow route holds up nobody for long", async () => {
    const never = new Promise<Response>(() => {});
    const asked: string[] = [];
    const fetch = vi.fn(async (input: unknown): Promise<Response> => {
      const { pathname } = new URL(String(input));
      asked.push(pathname);
      if (asked.length <= 2) return envelope(503, "OUT");
      return pathname === "/v1/slow" ? never : json("back");
    });
    const api = quietApi(fetch, { retry: { random: () => 0 } });
    failureOf(ask(api, "/v1/slow"));
    const other = ask(api, "/v1/other");
    await vi.advanceTimersByTimeAsync(5_499);
    expect(asked).toEqual(["/v1/slow", "/v1/other", "/v1/slow"]);
    await vi.advanceTimersByTimeAsync(1);
    expect(await other).toBe("back");
    await vi.runAllTimersAsync();
  });

  it("leaves a wait for another's retry at once when its own call is aborted", async () => {
    const answers: ((answer: Response) => void)[] = [];
    const fetch = vi.fn(() => new Promise<Response>((resolve) => answers.push(resolve)));
    const api = quietApi(fetch, { retry: { random: () => 0 } });
    const controller = new AbortController();
    const first = ask(api, "/v1/a");
    const second = failureOf(api.request("GET /v1/b", { signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(0);
    for (const answer of answers) answer(envelope(503, "OUT"));
    await vi.advanceTimersByTimeAsync(600);
    controller.abort();
    expect(await second).toMatchObject({ code: "ABORT_ERROR", path: "/v1/b" });
    answers[2]?.(json("back"));
    expect(await first).toBe("back");
    expect(vi.getTimerCount()).toBe(0);
  });

  it("is not shared by a call that was aborted while its answer came", async () => {
    const answers = [envelope(503, "OUT"), endless({ status: 503 }), json("back")];
    const fetch = vi.fn(async () => answers.shift() ?? json("back"));
    const api = quietApi(fetch, { retry: { random: () => 0 } });
    const waiting = ask(api, "/v1/waiting");
    await vi.advanceTimersByTimeAsync(400);
    const controller = new AbortController();
    const aborted = failureOf(api.request("GET /v1/a", { signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(0);
    controller.abort();
    expect((await aborted).code).toBe("ABORT_ERROR");
    await vi.runAllTimersAsync();
    expect(await waiting).toBe("back");
    expect(fetch).toHaveBeenCalledTimes(3);
  });

  it("does not make a POST that was answered give up as one that nobody knows the end of", async () => {
    const fetch = vi.fn(async (_input: unknown, init?: RequestInit): Promise<Response> => {
      if (init?.method === "GET") throw new TypeError("Failed to fetch");
      return fetch.mock.calls.length === 1 ? envelope(503, "OUT") : json("sent");
    });
    const api = quietApi(fetch, { retry: { random: () => 0 } });
    const sent = api.request("POST /v1/messages");
    await vi.advanceTimersByTimeAsync(400);
    const other = failureOf(api.request("GET /v1/x", { retry: false }));
    await vi.runAllTimersAsync();
    expect((await other).code).toBe("NETWORK_ERROR");
    expect(await sent).toBe("sent");
  });

  it("is not shared in a 500: a route that fails alone holds nobody else up", async () => {
    const outage = { lastsMs: 60_000, status: 500, isOut: (path: string) => path === "/v1/broken" };
    const { api, asked } = apiInOutage(outage, { retry: { budget: false } });
    const broken = Array.from({ length: 3 }, () => failureOf(ask(api, "/v1/broken")));
    const startMs = Date.now();
    const others = await Promise.all([
      ...paths.map((path) => ask(api, path).then(() => Date.now() - startMs)),
      vi.advanceTimersByTimeAsync(100),
    ]);
    expect(others.slice(0, -1)).toEqual(paths.map(() => 50));
    await vi.runAllTimersAsync();
    for (const error of await Promise.all(broken)) expect(error.attempts).toBe(5);
    expect(asked.filter(({ path }) => path === "/v1/broken")).toHaveLength(15);
  });

  it("is not taken over where a call does not share it", async () => {
    const { api, asked } = apiInOutage({ lastsMs: 60_000 }, { retry: { budget: false } });
    const alone = { retry: { shareEvidence: false } };
    const routes = ["GET /v1/a", "GET /v1/b"] as const;
    const calls = routes.map((route) => failureOf(api.request(route, alone)));
    await vi.runAllTimersAsync();
    await Promise.all(calls);
    expect(asked).toHaveLength(10);
  });
});
