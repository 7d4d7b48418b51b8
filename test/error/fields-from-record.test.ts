import { describe, expect, it } from "vitest";
import { toApiError } from "../../src/envelope/to-api-error.ts";
import { ApiError } from "../../src/error/api-error.ts";

/** What any server can answer. */
const forged = (fields: object) => ({
  "~recourse": "ApiError",
  kind: "notFound",
  code: "C",
  ...fields,
});

/** The ways in which an error comes back from where only data goes. */
const ways: [string, (value: object) => unknown][] = [
  ["as it is", (value) => value],
  ["through JSON", (value) => JSON.parse(JSON.stringify(value))],
  ["through structuredClone", (value) => structuredClone(value)],
  ["as the cause of an Error", (value) => new Error("m", { cause: value })],
  ["as that cause, cloned", (value) => structuredClone(new Error("m", { cause: value }))],
];

describe.each(ways)("a server's JSON with the kit's brand, %s", (_, through) => {
  const revived = (fields: object) => toApiError(through(forged(fields)));

  it.each([
    [500, "serverError"],
    [404, "notFound"],
    [499, "clientError"],
    [200, "invalidResponse"],
  ])("is no abort where it has the status %i, but %s", (status, kind) => {
    expect(revived({ kind: "aborted", status })).toMatchObject({ kind, status, code: "C" });
    expect(revived({ kind: "aborted", status, code: "ABORT_ERROR" })).toMatchObject({
      kind,
      code: "UNKNOWN",
    });
  });

  it.each([
    ["without a status", undefined],
    ["with a status in words", "500"],
    ["with a status that is none", 7],
  ])("is an abort %s", (_, status) => {
    const error = revived({ kind: "aborted", code: "ABORT_ERROR", status });
    expect(error).toMatchObject({ kind: "aborted", code: "ABORT_ERROR", status: undefined });
  });

  it.each([
    ["code", "X status=200 requestId=req_forged", "UNEXPECTED_ERROR"],
    ["code", "X\u001b[2J", "UNEXPECTED_ERROR"],
    ["code", 42, "UNEXPECTED_ERROR"],
    ["kind", "king", "unexpected"],
    ["kind", 1, "unexpected"],
    ["message", { a: 1 }, ""],
    ["message", "a\r\n\u001bb", "a b"],
    ["status", "404", undefined],
    ["status", 4.04, undefined],
    ["status", -404, undefined],
    ["status", 99, undefined],
    ["status", 1_000, undefined],
    ["requestId", "\u3164", undefined],
    ["requestId", ["req"], undefined],
    ["requestId", 81_234_567, "81234567"],
    ["retryAfterMs", -1, undefined],
    ["retryAfterMs", "5", undefined],
    ["attempts", -1, 1],
    ["attempts", 1.5, 1],
    ["attempts", "2", 1],
    ["retryStopped", "never", undefined],
    ["retryAt", "soon", undefined],
    ["api", 1, undefined],
    ["api", "a\u202eb", "ab"],
    ["route", "GET /v1/x status=200", undefined],
    ["route", "GET /v1/x\n[react-recourse] forged", undefined],
    ["route", "GET /v1/x?token=t", undefined],
    ["route", "<script>", undefined],
    ["route", { path: "/v1" }, undefined],
    ["route", "GET /v1/x/{id}", "GET /v1/x/{id}"],
    ["route", "/v1/x/{}", "/v1/x/{}"],
    ["method", "GET /v1", undefined],
    ["method", "GET", "GET"],
    ["details", [1], undefined],
    ["details", "x", undefined],
  ])("has for the %s %j only what an answer could have brought: %j", (field, value, expected) => {
    expect(Reflect.get(revived({ [field]: value }), field)).toBe(expected);
  });

  it("keeps a code that cannot serve as one in its details, and names it by its status", () => {
    expect(revived({ code: "no code", status: 404, details: { a: 1 } })).toMatchObject({
      code: "UNKNOWN",
      details: { code: "no code", a: 1 },
    });
    expect(revived({ kind: "king", status: 503 }).kind).toBe("unavailable");
  });

  it("knows when it came, be it told nonsense", () => {
    expect(Math.abs(Date.now() - revived({ at: "now" }).at)).toBeLessThan(60_000);
    expect(revived({ at: 5 }).at).toBe(5);
  });
});

it("an ApiError of an answer comes back the same from JSON and from a clone", () => {
  const error = new ApiError({
    code: "not.found/x",
    kind: "notFound",
    message: "gone",
    status: 404,
    requestId: "req_1",
    retryAfterMs: 0,
    attempts: 0,
    retryStopped: "notRetryable",
    retryAt: 7,
    api: "https://api.example/",
    route: "DELETE /v1/x/{id}:cancel",
    method: "DELETE",
    details: { fields: { a: ["b"] } },
    at: 5,
  });
  expect(toApiError(JSON.parse(JSON.stringify(error))).toJSON()).toEqual(error.toJSON());
  expect(toApiError(structuredClone(error)).toJSON()).toEqual(error.toJSON());
});
