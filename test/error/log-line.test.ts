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

  it.each([
    ["X status=200", "req_1 attempts=9", '"X status=200"', 'requestId="req_1 attempts=9"'],
    ["Quota exceeded", "a=b", '"Quota exceeded"', 'requestId="a=b"'],
    ["X\n[react-recourse] Y", '"', '"X\\n[react-recourse] Y"', 'requestId="\\""'],
    ["not_found", "req-1,req-2", "not_found", "requestId=req-1,req-2"],
  ])("lets the code %j and the id %j pass for nothing else", (code, requestId, first, last) => {
    const error = new ApiError({ code, kind: "unexpected", message: "", requestId });
    expect(formatLogLine(error)).toBe(`[react-recourse] ${first} ${last} attempts=1`);
  });

  it("leaves out what is not known, and the path, whose parameters may be secrets", () => {
    const error = new ApiError({ code: "NETWORK_ERROR", kind: "network", message: "" });
    expect(formatLogLine(error)).toBe("[react-recourse] NETWORK_ERROR attempts=1");
    const bare = new ApiError({ code: "X", kind: "conflict", message: "", path: "/v1/resets/7" });
    expect(formatLogLine(bare)).toBe("[react-recourse] X attempts=1");
  });
});
