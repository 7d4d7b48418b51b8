import { describe, expect, it } from "vitest";
import { ApiError, type ApiErrorFields } from "../../src/error/api-error.ts";
import { type RetryOptions, retryPolicy } from "../../src/retry/retry-policy.ts";

function failure(fields: Partial<ApiErrorFields>) {
  return new ApiError({ code: "UNKNOWN", kind: "unexpected", message: "", ...fields });
}

function decide(
  fields: Partial<ApiErrorFields>,
  call: {
    attempts?: number;
    method?: string;
    hasIdempotencyKey?: boolean;
    remainingMs?: number;
    nowMs?: number;
  } = {},
  options: RetryOptions | false = { random: () => 0 },
) {
  const subject = { attempts: 1, method: "GET", hasIdempotencyKey: false, nowMs: 1_000, ...call };
  return retryPolicy(options).decide({ error: failure(fields), ...subject });
}

describe("the retry table", () => {
  it.each([408, 429, 500, 502, 503, 504])("tries a %i again", (status) => {
    expect(decide({ status })).toMatchObject({ retry: true });
  });

  it.each([400, 401, 403, 404, 409, 422])("never tries a %i again", (status) => {
    expect(decide({ status })).toMatchObject({ retry: false, retryStopped: "notRetryable" });
  });

  it("stops after 5 attempts", () => {
    expect(decide({ status: 503 }, { attempts: 4 })).toMatchObject({ retry: true });
    expect(decide({ status: 503 }, { attempts: 5 })).toMatchObject({ retryStopped: "attempts" });
  });

  it.each(["aborted", "invalidResponse"] as const)("never retries %s", (kind) => {
    expect(decide({ kind })).toMatchObject({ retryStopped: "notRetryable" });
  });
});

describe("methods", () => {
  it.each(["GET", "HEAD", "OPTIONS", "PUT", "DELETE"])(
    "repeats a %s that got no answer",
    (method) => {
      expect(decide({ kind: "network" }, { method })).toMatchObject({ retry: true });
    },
  );

  it.each(["POST", "PATCH"])(
    "repeats a %s that got no answer only with an idempotency key",
    (method) => {
      expect(decide({ kind: "network" }, { method })).toMatchObject({
        retryStopped: "unsafeMethod",
      });
      expect(decide({ kind: "network" }, { method, hasIdempotencyKey: true })).toMatchObject({
        retry: true,
      });
    },
  );

  it("repeats a POST that the server refused for the moment", () => {
    expect(decide({ status: 503 }, { method: "POST" })).toMatchObject({ retry: true });
  });
});

describe("waiting", () => {
  it("waits half of 0.5, 1, 2 and 4 s at the least", () => {
    const delays = [1, 2, 3, 4].map((attempts) => decide({ status: 500 }, { attempts }));
    expect(delays.map((decision) => (decision.retry ? decision.delayMs : -1))).toEqual([
      250, 500, 1_000, 2_000,
    ]);
  });

  it("waits for 20 s at the most", () => {
    const { decide: decideNext } = retryPolicy({ maxAttempts: 20, random: () => 1 });
    const error = new ApiError({ code: "X", kind: "serverError", message: "m", status: 500 });
    const delays = [6, 7, 19].map((attempts) =>
      decideNext({ error, attempts, method: "GET", hasIdempotencyKey: false, nowMs: 0 }),
    );
    expect(delays).toMatchObject([{ delayMs: 16_000 }, { delayMs: 20_000 }, { delayMs: 20_000 }]);
  });

  it("starts from a full second after a 503 that names no time", () => {
    expect(decide({ status: 503 })).toEqual({ retry: true, delayMs: 500 });
  });

  it("waits as long as Retry-After says and only ever adds", () => {
    const error = { status: 429, retryAfterMs: 2_000 };
    expect(decide(error)).toMatchObject({ retry: true, delayMs: 2_000 });
    expect(decide(error, {}, { random: () => 1 })).toMatchObject({ retry: true, delayMs: 3_000 });
  });

  it("counts a Retry-After from when the answer came, however many rounds ago", () => {
    const told = { status: 503, retryAfterMs: 5_000, at: 1_000 };
    expect(decide(told, { nowMs: 4_000 })).toEqual({ retry: true, delayMs: 2_000, retryAt: 6_000 });
    expect(decide(told, { nowMs: 9_000 })).toEqual({ retry: true, delayMs: 250, retryAt: 9_000 });
  });

  it("still backs off when Retry-After is 0", () => {
    expect(decide({ status: 429, retryAfterMs: 0 })).toMatchObject({ retry: true, delayMs: 250 });
  });

  it("stops and says when, rather than retry before a long Retry-After is over", () => {
    expect(decide({ status: 429, retryAfterMs: 86_400_000 })).toEqual({
      retry: false,
      retryStopped: "retryAfterTooLong",
      retryAt: 86_401_000,
    });
  });

  it("stops rather than sleep past the end of the total deadline", () => {
    expect(decide({ status: 500 }, { remainingMs: 250 })).toMatchObject({
      retryStopped: "deadline",
    });
  });

  it("never gives a timer a delay that it would turn into none", () => {
    const options = {
      random: () => 1,
      baseDelayMs: Number.POSITIVE_INFINITY,
      maxDelayMs: Number.POSITIVE_INFINITY,
    };
    expect(decide({ status: 500 }, {}, options)).toEqual({ retry: true, delayMs: 2 ** 31 - 1 });
  });

  it("says that retrying is switched off", () => {
    expect(decide({ status: 500 }, {}, false)).toMatchObject({ retryStopped: "disabled" });
  });

  it.each([Number.NaN, -5])("is not shortened by a Retry-After of %d ms", (retryAfterMs) => {
    expect(decide({ status: 500, retryAfterMs })).toMatchObject({ retry: true, delayMs: 250 });
  });

  it("of an endless Retry-After is none: retrying stops", () => {
    expect(decide({ status: 503, retryAfterMs: Number.POSITIVE_INFINITY })).toMatchObject({
      retryStopped: "retryAfterTooLong",
    });
  });

  it("adds at most 10 s to a Retry-After, and never goes under it", () => {
    const error = { status: 503, retryAfterMs: 60_000 };
    expect(decide(error, {}, { random: () => 0 })).toMatchObject({ retry: true, delayMs: 60_000 });
    expect(decide(error, {}, { random: () => 1 })).toMatchObject({ retry: true, delayMs: 70_000 });
  });

  it("says when a retry makes sense, also where the last attempt was made", () => {
    expect(decide({ status: 429, retryAfterMs: 2_000 }, { attempts: 5 })).toEqual({
      retry: false,
      retryStopped: "attempts",
      retryAt: 3_000,
    });
  });
});

describe("options", () => {
  it.each([
    [{ baseDelayMs: 100 }, 50],
    [{ maxDelayMs: 80 }, 40],
    [{ baseDelayMs: 0 }, 0],
    [{ baseDelayMs: Number.NaN }, 250],
    [{ baseDelayMs: -1 }, 0],
    [
      {
        random: () => {
          throw new Error("no");
        },
      },
      250,
    ],
  ])("%j make the first wait %i ms", (options, delayMs) => {
    expect(decide({ status: 500 }, {}, { random: () => 0, ...options })).toEqual({
      retry: true,
      delayMs,
    });
  });

  it.each([
    [1, 1],
    [3, 3],
    [0, 1],
    [-2, 1],
    [Number.NaN, 5],
  ])("maxAttempts: %d allows %i", (maxAttempts, allowed) => {
    const policy = retryPolicy({ maxAttempts });
    expect(policy.maxAttempts).toBe(allowed);
    expect(decide({ status: 500 }, { attempts: allowed }, { maxAttempts })).toMatchObject({
      retryStopped: "attempts",
    });
  });

  it("maxRetryAfterMs is the longest Retry-After that is waited for", () => {
    const options = { maxRetryAfterMs: 2_000, random: () => 0 };
    expect(decide({ status: 429, retryAfterMs: 2_000 }, {}, options)).toMatchObject({
      retry: true,
    });
    expect(decide({ status: 429, retryAfterMs: 2_001 }, {}, options)).toMatchObject({
      retryStopped: "retryAfterTooLong",
    });
  });

  it("false still tells what would never have been retried", () => {
    expect(decide({ status: 404 }, {}, false)).toMatchObject({ retryStopped: "notRetryable" });
    expect(retryPolicy(false).maxAttempts).toBe(1);
  });
});

describe("a failure with both a status and a kind", () => {
  it.each([
    [{ kind: "timeout", status: 503 }, true],
    [{ kind: "timeout", status: 404 }, false],
    [{ kind: "aborted", status: 503 }, false],
    [{ kind: "invalidResponse", status: 503 }, false],
  ] as const)("%j is retried: %j", (fields, retry) => {
    expect(decide(fields, { method: "POST" })).toMatchObject({ retry });
  });
});
