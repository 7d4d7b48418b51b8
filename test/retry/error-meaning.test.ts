import { describe, expect, it } from "vitest";
import { ApiError, type ApiErrorFields } from "../../src/error/api-error.ts";
import { meaningOf } from "../../src/retry/error-meaning.ts";

const meaning = (fields: Partial<ApiErrorFields>) =>
  meaningOf(new ApiError({ code: "X", kind: "unexpected", message: "", ...fields }));

type Says = "retryable" | "shared" | "limit" | "calm" | "answer" | "up" | "ownTimeout";

/** What an error says of its API, in words. */
function says(fields: Partial<ApiErrorFields>): Says[] {
  const { isRetryable, isShared, limitMs, asksForCalm, isAnswer, showsUp, isOwnTimeout } =
    meaning(fields);
  const said: Record<Says, boolean> = {
    retryable: isRetryable,
    shared: isShared,
    limit: limitMs !== undefined,
    calm: asksForCalm,
    answer: isAnswer,
    up: showsUp,
    ownTimeout: isOwnTimeout,
  };
  return (["retryable", "shared", "limit", "calm", "answer", "up", "ownTimeout"] as const).filter(
    (word) => said[word],
  );
}

describe("what an error says of its API", () => {
  it.each<[Partial<ApiErrorFields>, Says[]]>([
    [{ status: 400, kind: "badRequest" }, ["answer", "up"]],
    [{ status: 401, kind: "unauthorized" }, ["answer", "up"]],
    [{ status: 404, kind: "notFound", retryAfterMs: 1 }, ["answer", "up"]],
    [{ status: 408, kind: "timeout" }, ["retryable", "answer"]],
    [{ status: 429, kind: "rateLimited" }, ["retryable", "calm", "answer"]],
    [{ status: 429, kind: "rateLimited", retryAfterMs: 1 }, ["retryable", "limit", "answer"]],
    [{ status: 429, kind: "rateLimited", retryAfterMs: 0 }, ["retryable", "answer"]],
    [{ status: 429, kind: "rateLimited", retryAfterMs: -5 }, ["retryable", "answer"]],
    [{ status: 429, kind: "rateLimited", retryAfterMs: NaN }, ["retryable", "calm", "answer"]],
    [{ status: 500, kind: "serverError", retryAfterMs: 1 }, ["retryable", "answer"]],
    [{ status: 501, kind: "serverError" }, ["answer", "up"]],
    [{ status: 502, kind: "unavailable" }, ["retryable", "shared", "answer"]],
    [{ status: 503, kind: "unavailable" }, ["retryable", "shared", "calm", "answer"]],
    [
      { status: 503, kind: "unavailable", retryAfterMs: 1 },
      ["retryable", "shared", "limit", "answer"],
    ],
    [{ status: 504, kind: "unavailable" }, ["retryable", "shared", "answer"]],
    [{ status: 504, kind: "unavailable", code: "TIMEOUT" }, ["retryable", "shared", "answer"]],
    [{ kind: "network" }, ["retryable", "shared"]],
    [{ kind: "timeout", code: "TIMEOUT" }, ["retryable", "ownTimeout"]],
    [{ kind: "aborted" }, []],
    [{ kind: "invalidResponse" }, ["answer", "up"]],
    [{ kind: "invalidResponse", status: 200 }, ["answer", "up"]],
    [{ kind: "unexpected" }, []],
    [{ kind: "unauthorized" }, []],
  ])("%j", (fields, expected) => {
    expect(says(fields)).toEqual(expected);
  });

  it.each<[Partial<ApiErrorFields>, Says[]]>([
    [{ kind: "aborted", status: 503, retryAfterMs: 1 }, []],
    [
      { kind: "timeout", status: 503, retryAfterMs: 1, code: "TIMEOUT" },
      ["retryable", "limit", "answer"],
    ],
    [{ kind: "timeout", status: 404, code: "TIMEOUT" }, ["answer", "up"]],
  ])("in spite of the status of its head: %j", (fields, expected) => {
    expect(says(fields)).toEqual(expected);
  });

  it.each<[Partial<ApiErrorFields>, Says[]]>([
    [{ kind: "rateLimited", status: 200 }, ["retryable", "answer"]],
    [{ kind: "serverError", status: 200 }, ["retryable", "answer"]],
    [{ kind: "timeout", status: 200 }, ["retryable", "answer"]],
    [{ kind: "unavailable", status: 200 }, ["retryable", "answer"]],
    [{ kind: "conflict", status: 200 }, ["answer", "up"]],
    [{ kind: "network", status: 200 }, ["answer", "up"]],
  ])("by the kind alone where it came with a success: %j", (fields, expected) => {
    expect(says(fields)).toEqual(expected);
  });

  it.each<[Partial<ApiErrorFields>, boolean]>([
    [{ status: 500, kind: "serverError" }, true],
    [{ status: 429, kind: "rateLimited", retryAfterMs: 1 }, true],
    [{ status: 408, kind: "timeout" }, true],
    [{ status: 404, kind: "notFound" }, true],
    [{ status: 200, kind: "unavailable" }, true],
    [{ status: 502, kind: "unavailable" }, false],
    [{ status: 503, kind: "timeout", code: "TIMEOUT" }, false],
    [{ status: 504, kind: "unauthorized" }, false],
    [{ kind: "network" }, false],
    [{ kind: "timeout", code: "TIMEOUT" }, false],
    [{ kind: "aborted", status: 200 }, false],
  ])("ends an outage, where it is no gateway's: %j %s", (fields, expected) => {
    expect(meaning(fields).endsOutage).toBe(expected);
  });

  it("names the time for which all callers are to stay away", () => {
    expect(meaning({ status: 429, retryAfterMs: 2_000 }).limitMs).toBe(2_000);
  });

  it.each([425, 520, 529])(
    "of a %i is that it may be retried, where the API's options say so",
    (status) => {
      const error = new ApiError({ code: "X", kind: "serverError", status, message: "" });
      expect(meaningOf(error).isRetryable).toBe(false);
      expect(meaningOf(error, [425, 520, 529])).toMatchObject({
        isRetryable: true,
        showsUp: false,
      });
    },
  );
});
