import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { ApiError } from "../../src/error/api-error.ts";
import { expectHarmless } from "./expect-harmless.ts";
import {
  type Expected,
  expectedOf,
  expectedRetries,
  isSuccess,
  kindOf,
  unreadStatuses,
} from "./expected-outcome.ts";
import { type FakeClock, startFakeClock } from "./fake-clock.ts";
import { quietApi } from "./fake-fetch.ts";
import {
  anyStatus,
  type HostileAnswer,
  hostileAnswer,
  isBodiless,
  toResponse,
} from "./hostile-answer.ts";
import { hostileRuns, hostileTimeoutMs } from "./hostile-runs.ts";
import { hostileThrown, toThrown } from "./hostile-thrown.ts";
import { startMs } from "./retry-after-header.ts";

const maxTimerMs = 2 ** 31 - 1;
const maxErrorBodyBytes = 64 * 1024;

const errorStatus = anyStatus.filter((status) => !isSuccess(status) && !isBodiless(status));

type Outcome = { value: unknown } | { thrown: unknown };

/** The error of a failed call; a success has none. Anything else that was thrown fails the test. */
function errorOf(outcome: Outcome): ApiError | undefined {
  if ("value" in outcome) return undefined;
  if (outcome.thrown instanceof ApiError) return outcome.thrown;
  throw new Error("expected an ApiError", { cause: outcome.thrown });
}

function failureIn(outcome: Outcome): ApiError {
  const error = errorOf(outcome);
  if (error) return error;
  throw new Error("expected a failure, got a value");
}

function told(outcome: Outcome): Expected {
  const error = errorOf(outcome);
  if (error) return { kind: error.kind, status: error.status };
  return { json: JSON.stringify("value" in outcome ? outcome.value : undefined) };
}

describe("whatever a server answers", { timeout: hostileTimeoutMs }, () => {
  let clock: FakeClock;

  beforeEach(() => {
    clock = startFakeClock(startMs);
  });
  /** A new API for each case: it keeps a rate limit from one call to the next. */
  function request(
    answer: HostileAnswer,
    { method = "GET", ...options }: Parameters<typeof quietApi>[1] & { method?: "GET" | "POST" },
  ) {
    clock.reset();
    let sent = 0;
    const fetch = async () => {
      sent += 1;
      return toResponse(answer);
    };
    const call = quietApi(fetch, options).request(`${method} /v1/x`);
    return clock.settle(call).then((outcome) => ({ outcome, sent }));
  }

  it("is its value, or an ApiError of the kind that the status says", async () => {
    const property = fc.asyncProperty(hostileAnswer, async (answer) => {
      const { outcome, sent } = await request(answer, { retry: false });
      expect(told(outcome)).toEqual(expectedOf(answer));
      expect(sent).toBe(1);
    });
    await fc.assert(property, hostileRuns(0.17));
  });

  it("leaves an error that is harmless to show, log and send on", async () => {
    const isError = ({ status }: HostileAnswer) => !isSuccess(status);
    const property = fc.asyncProperty(hostileAnswer.filter(isError), async (answer) => {
      const { outcome } = await request(answer, { retry: false });
      expectHarmless(failureIn(outcome));
    });
    await fc.assert(property, hostileRuns(0.16));
  });

  it("is asked for again as the table says, and as often", async () => {
    const method = fc.constantFrom("GET" as const, "POST" as const);
    const property = fc.asyncProperty(hostileAnswer, method, async (answer, method) => {
      const retry = { budget: false } as const;
      const totalTimeoutMs = Number.POSITIVE_INFINITY;
      const { outcome, sent } = await request(answer, { method, retry, totalTimeoutMs });
      const error = errorOf(outcome);
      expect(told(outcome)).toEqual(expectedOf(answer));
      expect([sent, error?.retryStopped]).toEqual(expectedRetries(answer, method));
      expect(error?.attempts ?? 1).toBe(sent);
    });
    await fc.assert(property, hostileRuns(0.14));
  });

  it("gives no timer a delay that it would not keep, whatever the options", async () => {
    const amount = fc.oneof(
      fc.double({ min: 0, noNaN: true }),
      fc.constantFrom(0, 500, 2 ** 31 - 1, 2 ** 31, 2 ** 53, Number.POSITIVE_INFINITY),
    );
    const drawn = fc.oneof(amount, fc.double());
    const limit = fc.oneof(
      fc.double({ min: 1, noNaN: true }),
      fc.constantFrom(1_000, 2 ** 31, Number.POSITIVE_INFINITY),
    );
    const options = fc.record({
      timeoutMs: limit,
      totalTimeoutMs: limit,
      retry: fc.record({
        maxAttempts: fc.integer({ min: 1, max: 6 }),
        baseDelayMs: amount,
        maxDelayMs: amount,
        maxRetryAfterMs: amount,
        budget: fc.oneof(fc.constant(false as const), fc.record({ capacity: amount })),
        random: drawn.map((value) => () => value),
      }),
    });
    const isHeard = ({ body }: HostileAnswer) => body.end !== "silence";
    const property = fc.asyncProperty(
      hostileAnswer.filter(isHeard),
      options,
      async (answer, options) => {
        errorOf((await request(answer, options)).outcome);
        const kept = clock
          .delays()
          .map((delay) => Number(delay) >= 0 && Number(delay) <= maxTimerMs);
        expect(kept, `delays: ${clock.delays().join()}`).not.toContain(false);
      },
    );
    await fc.assert(property, hostileRuns(0.09));
  });

  it("is read no further than 64 KiB where it is an error, and not at all where it is a redirect", async () => {
    const chunkBytes = fc.constantFrom(512, 16_384, 65_535, 65_536, 65_537, 2 ** 20);
    const property = fc.asyncProperty(errorStatus, chunkBytes, async (status, chunkBytes) => {
      let pulled = 0;
      let cancelled = 0;
      const body = new ReadableStream<Uint8Array>(
        {
          pull(controller) {
            pulled += chunkBytes;
            controller.enqueue(new Uint8Array(chunkBytes).fill(0x20));
            if (pulled >= 10 * 2 ** 20) controller.close();
          },
          cancel() {
            cancelled += 1;
          },
        },
        { highWaterMark: 0 },
      );
      clock.reset();
      const api = quietApi(async () => new Response(body, { status }), { retry: false });
      const outcome = await clock.settle(api.request("GET /v1/x"));
      expect(told(outcome)).toEqual({ kind: kindOf(status), status });
      const isUnread = unreadStatuses.includes(status);
      expect(pulled).toBeLessThan(isUnread ? 1 : maxErrorBodyBytes + chunkBytes);
      expect(cancelled).toBe(1);
    });
    await fc.assert(property, hostileRuns(0.002));
  });

  it("may be nested 10 000 levels deep", async () => {
    const wraps = fc.constantFrom<[string, string]>(
      ["", ""],
      ['{"error":', "}"],
      ['{"error":{"code":"DEEP","field":', "}}"],
      ['{"error":{"code":', "}}"],
      ['{"type":"/deep","field":', "}"],
    );
    const levels = fc.constantFrom<[string, string]>(["[", "]"], ['{"":', "}"], ['[[],{"":', "}]"]);
    const property = fc.asyncProperty(
      errorStatus,
      wraps,
      levels,
      async (status, [before, after], [open, close]) => {
        const text = `${before}${open.repeat(10_000)}1${close.repeat(10_000)}${after}`;
        const ask = (status: number) => {
          clock.reset();
          const api = quietApi(async () => new Response(text, { status }), { retry: false });
          return clock.settle(api.request("GET /v1/x"));
        };
        const error = failureIn(await ask(status));
        expect(error.kind).toBe(kindOf(status));
        expectHarmless(error);
        expect(errorOf(await ask(200))).toBeUndefined();
      },
    );
    await fc.assert(property, hostileRuns(0.008));
  });

  it("or its fetch throws, only an ApiError comes out", async () => {
    const property = fc.asyncProperty(hostileThrown, fc.boolean(), async (thrown, breaksBody) => {
      clock.reset();
      const fetch = async () => {
        if (!breaksBody) throw toThrown(thrown);
        return new Response(
          new ReadableStream({ pull: (controller) => controller.error(toThrown(thrown)) }),
        );
      };
      const retry = { budget: false } as const;
      expect(errorOf(await clock.settle(quietApi(fetch, { retry }).request("GET /v1/x")))).toEqual(
        expect.objectContaining({ "~recourse": "ApiError", method: "GET", path: "/v1/x" }),
      );
    });
    await fc.assert(property, hostileRuns(0.05));
  });
});
