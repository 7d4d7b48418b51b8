/**
 * The facts of the Agntix API's error reference, held here as the reference states them, so that the code can neither
 * lose one nor invent one.
 */
import { describe, expect, it } from "vitest";
import { parseErrorEnvelope } from "../../src/envelope/error-envelope.ts";
import { ApiError } from "../../src/error/api-error.ts";
import { documentedCodes } from "../../src/error/error-code.ts";
import { kindFromStatus } from "../../src/error/kind-from-status.ts";
import { retryPolicy } from "../../src/retry/retry-policy.ts";
import { failureOf, fakeFetch, json, quietApi } from "../fetcher/fake-fetch.ts";

const codes = [
  "SESSION_NOT_FOUND",
  "SESSION_EXPIRED",
  "SESSION_CREATION_ERROR",
  "INVALID_SESSION",
  "MESSAGES_HISTORY_ERROR",
  "MODELS_NOT_FOUND",
  "TOOLS_NOT_FOUND",
  "CONFIG_NOT_FOUND",
  "UNAUTHORIZED",
  "ABORT_ERROR",
  "GENERIC_ERROR",
];

const successes = [200, 201, 204];

const failures: [status: number, kind: string][] = [
  [400, "badRequest"],
  [401, "unauthorized"],
  [403, "forbidden"],
  [404, "notFound"],
  [409, "conflict"],
  [422, "unprocessable"],
  [429, "rateLimited"],
  [500, "serverError"],
  [502, "unavailable"],
  [503, "unavailable"],
  [504, "unavailable"],
];

const retried = [408, 429, 500, 502, 503, 504];
const notRetried = [400, 401, 403, 404, 409, 422];
const maxAttempts = 5;

const decide = (status: number, attempts: number) => {
  const error = new ApiError({ code: "X", kind: kindFromStatus(status), message: "", status });
  const call = { error, attempts, method: "GET", hasIdempotencyKey: false, nowMs: 0 };
  return retryPolicy().decide(call);
};

describe("the reference's codes", () => {
  it("are all documented, and no other is", () => {
    expect([...documentedCodes].sort()).toEqual([...codes].sort());
  });

  it.each(codes)("reach the caller as they are: %s", async (code) => {
    const { fetch } = fakeFetch(json({ error: { code, message: "m" } }, { status: 400 }));
    expect((await failureOf(quietApi(fetch).request("GET /v1/x"))).code).toBe(code);
  });
});

describe("the reference's envelope", () => {
  it("is read from its own example", () => {
    const example = `{
      "error": {
        "code": "SESSION_NOT_FOUND",
        "message": "The session you requested does not exist or has expired.",
        "requestId": "req_01J2K\u2026"
      }
    }`;
    expect(parseErrorEnvelope(JSON.parse(example))).toMatchObject({
      code: "SESSION_NOT_FOUND",
      message: "The session you requested does not exist or has expired.",
      requestId: "req_01J2K\u2026",
    });
  });
});

describe("the reference's statuses", () => {
  it.each(successes)("%i is a success", async (status) => {
    const { fetch } = fakeFetch(new Response(null, { status }));
    expect(await quietApi(fetch).request("DELETE /v1/x")).toBeNull();
  });

  it.each(failures)("%i is %s", (status, kind) => {
    expect(kindFromStatus(status)).toBe(kind);
  });
});

describe("the reference's retry table", () => {
  it.each(retried)("tries a %i again, in 5 attempts at most", (status) => {
    const answers = [1, 2, 3, 4, 5].map((attempts) => decide(status, attempts).retry);
    expect(answers).toEqual([true, true, true, true, false]);
    expect(retryPolicy().maxAttempts).toBe(maxAttempts);
  });

  it.each(notRetried)("never tries a %i again", (status) => {
    expect(decide(status, 1)).toMatchObject({ retry: false, retryStopped: "notRetryable" });
  });
});
