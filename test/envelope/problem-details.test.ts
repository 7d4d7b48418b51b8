import { describe, expect, it } from "vitest";
import { errorFromResponse } from "../../src/envelope/error-from-response.ts";
import { parseProblemDetails } from "../../src/envelope/problem-details.ts";

describe("problem details", () => {
  it("give the type's last segment as code, the detail as message and the rest as details", () => {
    const problem = {
      type: "https://example.com/probs/out-of-credit",
      title: "You do not have enough credit.",
      status: 403,
      detail: "Your balance is 30.",
      instance: "/account/12345",
      balance: 30,
    };
    expect(parseProblemDetails(problem)).toEqual({
      code: "out-of-credit",
      message: "Your balance is 30.",
      details: { instance: "/account/12345", balance: 30 },
    });
  });

  it.each([
    ["about:blank", undefined],
    ["https://example.com/probs/gone/", "gone"],
    ["urn:problem:gone", "gone"],
    ["https://example.com/probs#gone", "gone"],
    ["gone", "gone"],
    ["https://example.com/probs/E404", "E404"],
    ["https://example.com/errors#/auth/token-expired", "token-expired"],
    ["tag:example.com,2024:gone", "gone"],
    ["//example.com/probs/gone", "gone"],
    ["/", undefined],
    ["", undefined],
    ["ABOUT:blank", undefined],
    ["https://example.com", undefined],
    ["//example.com/", undefined],
    ["https://tools.ietf.org/html/rfc9110#section-15.5.5", undefined],
    ["https://tools.ietf.org/html/rfc7231#section-6.5.4", undefined],
    ["https://datatracker.ietf.org/doc/html/rfc6585#section-4", undefined],
    ["https://www.rfc-editor.org/rfc/rfc9110.html#name-404-not-found", undefined],
    ["https://httpwg.org/specs/rfc9110.html#status.404", undefined],
    ["https://www.w3.org/Protocols/rfc2616/rfc2616-sec10.html#sec10.4.5", undefined],
    ["https://www.rfc-editor.org/info/rfc9110", undefined],
    ["https://example.com/statuses#section-4.4", undefined],
    ["https://httpstatuses.io/404", undefined],
    ["https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/404", undefined],
    ["https://example.com/404.html", undefined],
    ["404", undefined],
    ["https://example.com/problem?id=gone", undefined],
    ["https://example.com/not%20found", undefined],
    ["https://example.com/`gone`", undefined],
    [`https://example.com/${"x".repeat(129)}`, undefined],
    ["https://example.com/a\u202eb", undefined],
  ])("of type %j have the code %j", (type, code) => {
    expect(parseProblemDetails({ type, title: "t" })?.code).toBe(code);
  });

  it.each([
    [{ type: "error", code: "not_found" }, "not_found"],
    [{ type: "https://example.com/probs/gone", code: "GONE_7" }, "GONE_7"],
    [{ title: "t", code: "GONE_7" }, "GONE_7"],
    [{ type: "https://example.com/probs/gone", code: "no code" }, "gone"],
    [{ type: "https://example.com/probs/gone", code: 410 }, "gone"],
    [{ title: "t", code: 410 }, undefined],
  ])("like %j have the code %j", (problem, code) => {
    expect(parseProblemDetails(problem)?.code).toBe(code);
  });

  it("keep a code that cannot serve as one in their details", () => {
    expect(parseProblemDetails({ title: "t", code: 410 })?.details).toEqual({ code: 410 });
    expect(parseProblemDetails({ title: "t", code: "GONE" })?.details).toEqual({});
  });

  it.each([
    [{ requestId: "a", request_id: "b", traceId: "c" }, "a", { request_id: "b", traceId: "c" }],
    [{ request_id: "b", traceId: "c" }, "b", { traceId: "c" }],
    [{ traceId: "00-4bf9-d755-00" }, "00-4bf9-d755-00", {}],
    [{ requestId: 81_234_567 }, "81234567", {}],
    [{ requestId: "\u200b", traceId: "c" }, "c", { requestId: "\u200b" }],
    [{ requestId: null, traceId: {} }, undefined, { requestId: null, traceId: {} }],
    [{ requestid: "a" }, undefined, { requestid: "a" }],
  ])("with %j are of the request %j", (members, requestId, details) => {
    const told = parseProblemDetails({ title: "t", ...members });
    expect(told?.requestId).toBe(requestId);
    expect(told?.details).toEqual(details);
  });

  it("use the title where there is no detail", () => {
    expect(parseProblemDetails({ title: "t" })?.message).toBe("t");
    expect(parseProblemDetails({ title: "t", detail: " " })?.message).toBe("t");
  });

  it("are what ASP.NET Core writes of a 404: no code, and the id of the trace", async () => {
    const body = {
      type: "https://tools.ietf.org/html/rfc9110#section-15.5.5",
      title: "Not Found",
      status: 404,
      traceId: "00-4bf92f3577b34da6a3ce929d0e0e4736-d75597dee50b0cac-00",
    };
    const headers = { "x-request-id": "of the gateway" };
    const response = new Response(JSON.stringify(body), { status: 404, headers });
    expect(await errorFromResponse(response)).toMatchObject({
      code: "UNKNOWN",
      kind: "notFound",
      message: "Not Found",
      requestId: body.traceId,
      details: undefined,
    });
  });

  it("keep what is no text where a text should be", () => {
    const detail = [{ loc: ["body", "name"], msg: "Field required" }];
    expect(parseProblemDetails({ title: "Not valid.", detail, type: 7, status: 422 })).toEqual({
      code: undefined,
      message: "Not valid.",
      details: { detail, type: 7 },
    });
  });

  it.each([[undefined], [null], ["x"], [[]], [{}], [{ status: 500 }], [{ title: 1, detail: {} }]])(
    "are not seen in %j",
    (body) => {
      expect(parseProblemDetails(body)).toBeUndefined();
    },
  );
});
