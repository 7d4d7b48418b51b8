/** Whatever becomes of a device's clock and of its page, while calls wait for a server that says all sorts of things. */

import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { ApiError } from "../../src/error/api-error.ts";
import { setClock, sleepPage } from "../retry/clocks.ts";
import { envelope, json, quietApi, silentFetch } from "./fake-fetch.ts";
import { hostileRuns, hostileTimeoutMs } from "./hostile-runs.ts";
import { startMs } from "./retry-after-header.ts";

const hour = 3_600_000;
const day = 24 * hour;

/** What the server says; `aheadMs` is how far its own clock is ahead of the true time. */
type Answer =
  | { form: "ok" | "broken" | "silent" | "down" | "slow" }
  | { form: "seconds"; status: 429 | 503; waitMs: number }
  | { form: "date"; status: 429 | 503; waitMs: number; aheadMs: number; tellsDate: boolean };

const status = fc.constantFrom(429 as const, 503 as const);
const waitMs = fc.oneof(
  fc.integer({ min: 0, max: 20 }).map((seconds) => seconds * 1_000),
  fc.constantFrom(1_000, 59_000, 60_000, 61_000, hour),
);
const jumpMs = fc.oneof(
  fc.constantFrom(hour, -hour, 8 * hour, -8 * hour, day, -day, 365 * day, -365 * day),
  fc.integer({ min: -2 * day, max: 2 * day }),
  fc.integer({ min: -10_000, max: 10_000 }),
);

const answer: fc.Arbitrary<Answer> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<Answer>({ form: "ok" }) },
  {
    weight: 3,
    arbitrary: fc.record({
      form: fc.constantFrom(...(["broken", "silent", "down", "down", "slow"] as const)),
    }),
  },
  { weight: 3, arbitrary: fc.record({ form: fc.constant("seconds" as const), status, waitMs }) },
  {
    weight: 3,
    arbitrary: fc.record({
      form: fc.constant("date" as const),
      status,
      waitMs,
      aheadMs: jumpMs,
      tellsDate: fc.boolean(),
    }),
  },
);

/** What happens one after the other, each some time after the one before. */
interface Step {
  afterMs: number;
  does: "call" | "set the clock" | "sleep";
  byMs: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  afterMs: fc.oneof(fc.integer({ min: 0, max: 2_000 }), fc.constantFrom(0, 5_000, 31_000)),
  does: fc.constantFrom(
    ...(["call", "call", "call", "set the clock", "set the clock", "sleep"] as const),
  ),
  byMs: jumpMs,
});

interface Script {
  /** In the background. */
  isHidden: boolean;
  method: "GET" | "POST";
  totalTimeoutMs: number;
  hasBudget: boolean;
  /** Over and over. */
  answers: readonly Answer[];
  steps: readonly Step[];
}

const script: fc.Arbitrary<Script> = fc.record({
  isHidden: fc.boolean(),
  method: fc.constantFrom("GET" as const, "POST" as const),
  totalTimeoutMs: fc.constantFrom(1_500, 20_000, 120_000),
  hasBudget: fc.boolean(),
  answers: fc.array(answer, { minLength: 1, maxLength: 12 }),
  steps: fc.array(step, { minLength: 3, maxLength: 8 }),
});

interface Call {
  startedMs: number;
  /** On a clock that only goes forward, and on that goes on while the page sleeps. */
  sentMs: number[];
  /** For how long the page was awake, before the call and at its end. */
  awakeMs: { start: number; end?: number };
  error?: unknown;
}

async function play(given: Script) {
  vi.useFakeTimers({ now: startMs });
  if (given.isHidden) throttleTimers();
  let sleptMs = 0;
  const nowMs = () => performance.now();
  const beginMs = nowMs();
  const awakeMs = () => nowMs() - sleptMs;
  const calls = new Map<string, Call>();
  let asked = 0;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    calls.get(new URL(String(input)).pathname)?.sentMs.push(nowMs());
    const next = given.answers[asked % given.answers.length] ?? { form: "ok" };
    asked += 1;
    return respond(next, startMs + nowMs() - beginMs, () => silentFetch(input, init));
  };
  const { totalTimeoutMs } = given;
  const budget = given.hasBudget ? {} : (false as const);
  const api = quietApi(fetch, { totalTimeoutMs, retry: { random: () => 0.5, budget } });

  const actions = {
    call() {
      const path = `/v1/${calls.size}` as const;
      const call: Call = { startedMs: nowMs(), sentMs: [], awakeMs: { start: awakeMs() } };
      calls.set(path, call);
      const end = (error?: unknown) => {
        call.awakeMs.end = awakeMs();
        call.error = error;
      };
      api.request(`${given.method} ${path}`).then(() => end(), end);
    },
    "set the clock": setClock,
    sleep(byMs: number) {
      sleptMs += Math.abs(byMs);
      sleepPage(Math.abs(byMs));
    },
  };
  for (const { afterMs, does, byMs } of given.steps) {
    await vi.advanceTimersByTimeAsync(afterMs);
    actions[does](byMs);
  }
  const endMs = totalTimeoutMs + 180_000;
  await vi.advanceTimersByTimeAsync(endMs);
  actions.call();
  await vi.advanceTimersByTimeAsync(endMs);
  const timersLeft = vi.getTimerCount();
  vi.restoreAllMocks();
  vi.useRealTimers();
  return { calls: [...calls.values()], timersLeft };
}

/** Timers of a page in the background: browsers call them once a minute. */
function throttleTimers(): void {
  const setTimer = globalThis.setTimeout;
  const toMinute = (delayMs = 0) => {
    const dueMs = performance.now() + delayMs;
    return Math.ceil(dueMs / 60_000) * 60_000 - performance.now();
  };
  vi.spyOn(globalThis, "setTimeout").mockImplementation((run, delayMs, ...args) =>
    setTimer(run, toMinute(delayMs), ...args),
  );
}

function respond(
  answer: Answer,
  trueMs: number,
  silence: () => Promise<Response>,
): Response | Promise<Response> {
  switch (answer.form) {
    case "ok":
      return json("ok");
    case "broken":
      throw new TypeError("Failed to fetch");
    case "silent":
      return silence();
    case "down":
      return envelope(503, "DOWN");
    case "slow":
      return new Promise((resolve) => setTimeout(resolve, 3_000, envelope(504, "SLOW")));
    case "seconds":
      return envelope(answer.status, "BUSY", { "retry-after": String(answer.waitMs / 1_000) });
    case "date": {
      const date = new Date(trueMs + answer.aheadMs);
      const retryAfter = new Date(date.getTime() + answer.waitMs).toUTCString();
      const told: Record<string, string> = answer.tellsDate ? { date: date.toUTCString() } : {};
      return envelope(answer.status, "BUSY", { "retry-after": retryAfter, ...told });
    }
  }
}

describe("whatever the clocks do", { timeout: hostileTimeoutMs }, () => {
  it("a call is sent 5 times at most, nothing past its total, ends in its time, and holds up nobody for longer", async () => {
    const property = fc.asyncProperty(script, async (given) => {
      const { calls, timersLeft } = await play(given);
      // Timers of a hidden page fire once a minute.
      const lateMs = given.isHidden ? 60_000 : 0;
      for (const { startedMs, sentMs, awakeMs, error } of calls) {
        expect(sentMs.length).toBeLessThanOrEqual(5);
        for (const ms of sentMs) expect(ms - startedMs).toBeLessThan(given.totalTimeoutMs);
        const { start, end = Number.NaN } = awakeMs;
        expect(end - start).toBeLessThanOrEqual(given.totalTimeoutMs + lateMs);
        if (error === undefined) continue;
        expect(error).toBeInstanceOf(ApiError);
        expect(error).toMatchObject({ attempts: sentMs.length });
      }
      expect(timersLeft).toBe(0);
      // No wait of another route's is as long as what has passed before the last call.
      expect(calls.at(-1)?.sentMs).not.toEqual([]);
    });
    await fc.assert(property, hostileRuns(0.05));
  });
});
