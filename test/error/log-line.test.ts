import { describe, expect, it } from "vitest";
import { ApiError } from "../../src/error/api-error.ts";
import { formatLogLine } from "../../src/error/log-line.ts";

describe("the log line", () => {
  it("says what is known and nothing of a message, body or query", () => {
    const error = new ApiError({
      code: "SESSION_EXPIRED",
      kind: "notFound",
      message: "secret words",
      status: 404,
      requestId: "req_1",
      route: "GET /v1/sessions/{id}",
      path: "/v1/sessions/7",
      attempts: 2,
      retryStopped: "notRetryable",
      details: { body: "secret" },
    });
    expect(formatLogLine(error)).toBe(
      "[react-recourse] GET /v1/sessions/{id} SESSION_EXPIRED status=404 requestId=req_1 attempts=2 retryStopped=notRetryable",
    );
  });

  it("leaves out what is not known", () => {
    const error = new ApiError({ code: "NETWORK_ERROR", kind: "network", message: "" });
    expect(formatLogLine(error)).toBe("[react-recourse] NETWORK_ERROR attempts=1");
  });
});
