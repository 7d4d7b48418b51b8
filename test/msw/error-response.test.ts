import { describe, expect, it } from "vitest";
import { errorFromResponse } from "../../src/envelope/error-from-response.ts";
import { documentedCodes } from "../../src/error/error-code.ts";
import { createRequestId, documentedAnswers, errorResponse } from "../../src/msw.ts";

const ulid = /^req_[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

describe("errorResponse", () => {
  it.each(documentedCodes)(
    "answers %s with its status, its words and a request id",
    async (code) => {
      const response = errorResponse(code);
      const body = await response.clone().json();
      const { status, message } = documentedAnswers[code];
      expect(response.status).toBe(status);
      expect(response.headers.get("content-type")).toBe("application/json");
      expect(body).toEqual({ error: { code, message, requestId: expect.stringMatching(ulid) } });
      expect(response.headers.get("x-request-id")).toBe(body.error.requestId);
    },
  );

  it.each([
    [400, "BAD_REQUEST", "badRequest"],
    [401, "UNAUTHORIZED", "unauthorized"],
    [403, "FORBIDDEN", "forbidden"],
    [404, "NOT_FOUND", "notFound"],
    [408, "REQUEST_TIMEOUT", "timeout"],
    [409, "CONFLICT", "conflict"],
    [418, "GENERIC_ERROR", "clientError"],
    [422, "UNPROCESSABLE", "unprocessable"],
    [429, "RATE_LIMITED", "rateLimited"],
    [500, "GENERIC_ERROR", "serverError"],
    [502, "BAD_GATEWAY", "unavailable"],
    [503, "SERVICE_UNAVAILABLE", "unavailable"],
    [504, "GATEWAY_TIMEOUT", "unavailable"],
  ])("gives a bare %i the code %s", async (status, code, kind) => {
    const error = await errorFromResponse(errorResponse(status));
    expect(error).toMatchObject({ status, code, kind });
  });

  it("says what it was told to say", async () => {
    const error = await errorFromResponse(
      errorResponse("INVALID_SESSION", {
        status: 400,
        code: "SESSION_LOCKED",
        message: "The session is locked.",
        requestId: "req_support_7",
        details: { lockedBy: "nightly export" },
      }),
    );
    expect(error).toMatchObject({
      status: 400,
      code: "SESSION_LOCKED",
      message: "The session is locked.",
      requestId: "req_support_7",
      details: { lockedBy: "nightly export" },
    });
  });

  it("keeps its three fields when a detail has one of their names", async () => {
    const error = await errorFromResponse(
      errorResponse("UNAUTHORIZED", { details: { code: "OTHER", message: "other" } }),
    );
    expect(error).toMatchObject({ code: "UNAUTHORIZED", details: undefined });
  });

  it("leaves the request id out of body and header when it is null", async () => {
    const response = errorResponse("GENERIC_ERROR", { requestId: null });
    expect(response.headers.has("x-request-id")).toBe(false);
    expect((await errorFromResponse(response)).requestId).toBeUndefined();
  });

  it("sends Retry-After only when it is asked to", () => {
    expect(errorResponse(429).headers.has("retry-after")).toBe(false);
    expect(errorResponse(429, { retryAfterSeconds: 3 }).headers.get("retry-after")).toBe("3");
    expect(errorResponse(503, { retryAfterSeconds: 0 }).headers.get("retry-after")).toBe("0");
  });

  it("lets headers replace its own", () => {
    const headers = { "retry-after": "Thu, 01 Jan 2026 12:00:30 GMT", "x-region": "eu" };
    const response = errorResponse(429, { retryAfterSeconds: 3, headers });
    expect(response.headers.get("retry-after")).toBe(headers["retry-after"]);
    expect(response.headers.get("x-region")).toBe("eu");
  });

  it.each([200, 302, 399, 600, 404.5, Number.NaN])("refuses %d as a status", (status) => {
    expect(() => errorResponse(status)).toThrow(
      `errorResponse needs a documented code or a status from 400 to 599: got ${status}`,
    );
  });

  it("says how to write a code that is not documented", () => {
    // @ts-expect-error only documented codes stand alone
    expect(() => errorResponse("TEAPOT")).toThrow('write errorResponse(409, { code: "TEAPOT" })');
  });
});

describe("a request id", () => {
  it("begins with the time, so that ids sort by age", () => {
    // The first 10 characters of a ULID, as its specification's own example has them.
    expect(createRequestId(1_469_918_176_385)).toMatch(/^req_01ARYZ6S41/);
    expect(createRequestId(2_000).slice(4, 14) > createRequestId(1_000).slice(4, 14)).toBe(true);
  });

  it("is another one each time", () => {
    const ids = new Set(Array.from({ length: 1_000 }, () => createRequestId(0)));
    expect(ids.size).toBe(1_000);
  });
});
