/**
 * The rules of retrying, held by random interleavings on a virtual clock: calls that begin, answers that come, time that
 * passes, callers that leave. RULES_RUNS says how many; one that fails is shrunk by fast-check to the steps that it needs.
 */

import fc from "fast-check";
import { afterEach, expect, it, vi } from "vitest";
import { ApiError } from "../../src/error/api-error.ts";
import type { RetryStop } from "../../src/error/retry-stop.ts";
import { json, quietApi } from "./fake-fetch.ts";

afterEach(() => {
  vi.useRealTimers();
});

const runs = Number(process.env["RULES_RUNS"] ?? 300);

const routes = ["GET /v1/a", "GET /v1/b", "PUT /v1/c", "POST /v1/d"] as const;
type RuleRoute = (typeof routes)[number];

const totalTimeoutMs = 60_000;
const timeoutMs = 20_000;
/** How long an attempt may be held before it is sent all the same, or refused. */
const longestHoldMs = 5_000;

const answers = {
  ok: { status: 200 },
  missing: { status: 404 },
  broken: { status: 500 },
  down: { status: 503 },
  gateway: { status: 502 },
  busy: { status: 503, retryAfterS: 2 },
  limited: { status: 429, retryAfterS: 1 },
  shut: { status: 429, retryAfterS: 30 },
  reset: {},
} as const satisfies Record<string, { status?: number; retryAfterS?: number }>;
type AnswerName = keyof typeof answers;
const answerNames: AnswerName[] = [
  "ok",
  "missing",
  "broken",
  "down",
  "gateway",
  "busy",
  "limited",
  "shut",
  "reset",
];

type Step =
  | { do: "begin"; route: RuleRoute; hasKey: boolean }
  | { do: "answer"; which: number; answer: AnswerName }
  | { do: "leave"; which: number }
  | { do: "pass"; ms: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("begin" as const),
      route: fc.constantFrom(...routes),
      hasKey: fc.boolean(),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("answer" as const),
      which: fc.nat(20),
      answer: fc.constantFrom(...answerNames),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("leave" as const), which: fc.nat(20) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("pass" as const),
      ms: fc.constantFrom(10, 300, 1_000, 3_000, 12_000),
    }),
  },
);

/** A call as somebody sees it who stands between it and the server. */
interface Call {
  route: RuleRoute;
  hasKey: boolean;
  begunMs: number;
  leave: AbortController;
  isLeft: boolean;
  sentMs: number[];
  /** Its own last answer, and when its next attempt may go out. */
  last: { status?: number; notBeforeMs: number } | undefined;
  requestIds: string[];
  outcome: unknown;
  isSettled: boolean;
}

interface Pending {
  call: Call;
  sentMs: number;
  /** It was held for so long that it was sent all the same. */
  isHeldLong: boolean;
  answer: (name: AnswerName) => void;
}

const now = () => performance.now();

/** One API and what is under way with it, whose every request is held against the rules as it goes out. */
function watchedApi(name: string) {
  const calls: Call[] = [];
  const pending: Pending[] = [];
  const breaches: string[] = [];
  /** Until when a route is closed, by the answers that were given. */
  const closedUntilMs = new Map<string, number>();
  /** When a route was answered last, whatever with. */
  const answeredMs = new Map<string, number>();
  let ids = 0;

  const fetch: typeof globalThis.fetch = (_input, init) => {
    const key = new Headers(init?.headers).get("x-call");
    const call = calls[Number(key)];
    if (!call) throw new Error(`no call ${key}`);
    const isHeldLong = now() - (call.last?.notBeforeMs ?? call.begunMs) >= longestHoldMs;
    noteBreach(call, isHeldLong);
    call.sentMs.push(now());
    return new Promise((resolve, reject) => {
      const entry: Pending = {
        call,
        sentMs: now(),
        isHeldLong,
        answer: (given) => give(entry, given, resolve, reject),
      };
      pending.push(entry);
      init?.signal?.addEventListener("abort", () => {
        remove(entry);
        call.last = { notBeforeMs: now() };
        reject(init.signal?.reason);
      });
    });
  };

  /** Whether a route whose limit is over is being asked by one call, so that all others have to wait for the answer. */
  function isProbed(route: RuleRoute): boolean {
    const openedMs = closedUntilMs.get(route);
    if (openedMs === undefined || (answeredMs.get(route) ?? 0) >= openedMs) return false;
    return pending.some(
      ({ call, sentMs, isHeldLong }) => call.route === route && sentMs >= openedMs && !isHeldLong,
    );
  }

  /** Noted and not thrown: what `fetch` throws the kit takes for the call's failure. */
  function noteBreach(call: Call, isHeldLong: boolean): void {
    const { route, hasKey, begunMs, isLeft, sentMs, last } = call;
    const mayHaveArrived = last !== undefined && last.status === undefined;
    const isUnsafe = route.startsWith("POST") && !hasKey;
    const rules: Record<string, boolean> = {
      "after its caller has left": isLeft,
      "a sixth time": sentMs.length >= 5,
      "past its total": now() - begunMs >= totalTimeoutMs,
      "before its time": now() < (last?.notBeforeMs ?? 0),
      "while its route is closed": now() < (closedUntilMs.get(route) ?? 0),
      "beside a probe": !isHeldLong && isProbed(route),
      "twice, where that is unsafe": mayHaveArrived && isUnsafe,
    };
    for (const [rule, isBroken] of Object.entries(rules))
      if (isBroken) breaches.push(`${route} was sent ${rule}`);
  }

  function remove(entry: Pending): void {
    const at = pending.indexOf(entry);
    if (at >= 0) pending.splice(at, 1);
  }

  function give(
    entry: Pending,
    given: AnswerName,
    resolve: (answer: Response) => void,
    reject: (reason: Error) => void,
  ): void {
    remove(entry);
    const { call } = entry;
    const { status, retryAfterS }: { status?: number; retryAfterS?: number } = answers[given];
    const waitMs = (retryAfterS ?? 0) * 1_000;
    call.last = { ...(status !== undefined && { status }), notBeforeMs: now() + waitMs };
    if (status === undefined) {
      reject(new TypeError("Failed to fetch"));
      return;
    }
    answeredMs.set(call.route, now());
    if (waitMs > 0) {
      const untilMs = Math.max(closedUntilMs.get(call.route) ?? 0, now() + waitMs);
      closedUntilMs.set(call.route, untilMs);
    }
    ids += 1;
    const requestId = `${name}_${ids}`;
    call.requestIds.push(requestId);
    const headers: HeadersInit =
      retryAfterS === undefined ? {} : { "retry-after": `${retryAfterS}` };
    const body = status === 200 ? {} : { error: { code: "X", message: "m", requestId } };
    resolve(json(body, { status, headers }));
  }

  const api = quietApi(fetch, { name, timeoutMs, totalTimeoutMs, retry: { random: () => 0.5 } });

  function begin(route: RuleRoute, hasKey: boolean): Call {
    const leave = new AbortController();
    const call: Call = {
      route,
      hasKey,
      begunMs: now(),
      leave,
      isLeft: false,
      sentMs: [],
      last: undefined,
      requestIds: [],
      outcome: undefined,
      isSettled: false,
    };
    const headers = { "x-call": `${calls.push(call) - 1}` };
    const options = { headers, signal: leave.signal, ...(hasKey && { idempotencyKey: true }) };
    const settle = (outcome: unknown) => {
      call.outcome = outcome;
      call.isSettled = true;
    };
    api.request(route, options).then(settle, settle);
    return call;
  }

  return { calls, pending, breaches, begin };
}

/** What a call that failed says of itself is true. */
function expectTruth(call: Call): void {
  expect(call.isSettled, "nobody waits for ever").toBe(true);
  const { outcome } = call;
  if (!(outcome instanceof ApiError)) return;
  expect(outcome.attempts, "attempts are requests that were sent").toBe(call.sentMs.length);
  const ids = [undefined, ...call.requestIds];
  expect(ids, "a request id is its own").toContain(outcome.requestId);
  expectReason(call, outcome);
}

function expectReason({ route, hasKey, isLeft, sentMs, last }: Call, error: ApiError): void {
  const { retryStopped, code, heldBy, requestId } = error;
  const isSilent = last !== undefined && last.status === undefined;
  const isUnsafe = route.startsWith("POST") && !hasKey;
  const reasons: Partial<Record<RetryStop, boolean>> = {
    attempts: sentMs.length > 0 && last?.status !== 404,
    unsafeMethod: isUnsafe && isSilent,
    notRetryable: last?.status === 404 || isLeft,
    noAnswer: isSilent,
    heldBack: sentMs.length > 0 || (code === "HELD_BACK" && heldBy !== undefined),
  };
  expect(retryStopped && (reasons[retryStopped] ?? true), "it says why it ended").toBe(true);
  expect(heldBy !== undefined && requestId !== undefined, "held back by no id").toBe(false);
}

async function take(steps: readonly Step[]): Promise<void> {
  const api = watchedApi("api");
  const other = watchedApi("other");
  for (const one of steps) {
    if (one.do === "begin") api.begin(one.route, one.hasKey);
    if (one.do === "answer" && api.pending.length > 0)
      api.pending[one.which % api.pending.length]?.answer(one.answer);
    if (one.do === "leave" && api.calls.length > 0) {
      const call = api.calls[one.which % api.calls.length];
      if (call && !call.isSettled) {
        call.isLeft = true;
        call.leave.abort();
      }
    }
    await vi.advanceTimersByTimeAsync(one.do === "pass" ? one.ms : 0);
  }
  const apart = other.begin("GET /v1/a", false);
  await vi.advanceTimersByTimeAsync(0);
  expect(other.pending, "two APIs never touch").toHaveLength(1);
  other.pending[0]?.answer("ok");
  for (let passedMs = 0; passedMs < totalTimeoutMs + longestHoldMs; passedMs += 1_000) {
    for (const { answer } of [...api.pending]) answer("ok");
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(api.breaches).toEqual([]);
  for (const call of [...api.calls, apart]) expectTruth(call);
  expect(vi.getTimerCount(), "no timer is left").toBe(0);
}

it(`The rules hold in ${runs} random interleavings`, { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
      vi.useFakeTimers();
      await take(steps);
    }),
    { numRuns: runs },
  );
});
