import { describe, expect, it, vi } from "vitest";
import { errorFromResponse, type ReadError } from "../../src/envelope/error-from-response.ts";

const answer = (body: unknown, init: ResponseInit = {}) =>
  new Response(JSON.stringify(body), { status: 404, ...init });

describe("an error from a response", () => {
  it("keeps the status's kind, whatever the body's code says", async () => {
    const body = { error: { code: "ABORT_ERROR", message: "client disconnected" } };
    expect(await errorFromResponse(answer(body, { status: 500 }))).toMatchObject({
      code: "ABORT_ERROR",
      kind: "serverError",
      message: "client disconnected",
    });
  });

  it("without a readable body is UNKNOWN and says the status", async () => {
    expect(await errorFromResponse(new Response("<html>", { status: 502 }))).toMatchObject({
      code: "UNKNOWN",
      kind: "unavailable",
      message: "The server answered with status 502.",
    });
  });

  it("of a status that is no error is an invalid response", async () => {
    expect(await errorFromResponse(new Response(null, { status: 304 }))).toMatchObject({
      code: "INVALID_RESPONSE",
      kind: "invalidResponse",
    });
  });

  it("prefers the envelope to problem details", async () => {
    const body = { type: "urn:other", title: "t", error: { code: "C", message: "m" } };
    expect(await errorFromResponse(answer(body))).toMatchObject({ code: "C", message: "m" });
  });

  it("reads GraphQL's errors, and leaves other lists of errors in the details", async () => {
    const extensions = { code: "FORBIDDEN", requestId: "req_g", seats: 3, stacktrace: ["at x"] };
    const graphql = { errors: [{ message: "No.", path: ["a"], extensions }, { message: "b" }] };
    expect(await errorFromResponse(answer(graphql))).toMatchObject({
      code: "FORBIDDEN",
      kind: "notFound",
      message: "No.",
      requestId: "req_g",
      details: { seats: 3 },
    });
    const located = { errors: [{ message: "No.", locations: [{ line: 1, column: 2 }] }] };
    expect(await errorFromResponse(answer(located))).toMatchObject({
      code: "UNKNOWN",
      message: "No.",
    });
    const others = { errors: [{ message: "No.", path: ["a"] }] };
    expect((await errorFromResponse(answer(others))).details).toEqual(others);
  });

  it("adds what the caller knew", async () => {
    const error = await errorFromResponse(answer({}), { route: "GET /x", retryAfterMs: 5 });
    expect(error).toMatchObject({ route: "GET /x", retryAfterMs: 5 });
  });

  it.each([
    [{ requestId: "req_body" }, "req_body"],
    [{ requestId: "" }, "req_head"],
    [{ requestId: "\u202e" }, "req_head"],
    [{ requestId: 81_234_567 }, "81234567"],
    [{ requestId: 0.5 }, "req_head"],
    [{ requestId: null }, "req_head"],
    [{}, "req_head"],
  ])("with the envelope %j has the request id %j", async (error, requestId) => {
    const response = answer({ error }, { headers: { "x-request-id": "req_head" } });
    expect((await errorFromResponse(response)).requestId).toBe(requestId);
  });

  it("drops details that are nested too deeply to be written down again", async () => {
    const deep = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
    const text = `{"error":{"code":"C","field":"name","deep":${deep}}}`;
    const error = await errorFromResponse(new Response(text, { status: 422 }));
    expect(error.details).toEqual({ field: "name" });
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({ code: "C", status: 422 });
  });

  it("takes no prototype from a body", async () => {
    const text = '{"error":{"code":"C","__proto__":{"polluted":true},"constructor":1}}';
    const error = await errorFromResponse(new Response(text, { status: 400 }));
    expect(error.details).toEqual({ constructor: 1 });
    expect(Object.getPrototypeOf(error.details)).toBe(Object.prototype);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });
});

describe("readError", () => {
  it("sees status, headers, text and parsed body", async () => {
    const seen: unknown[] = [];
    const response = answer({ a: 1 }, { headers: { "x-a": "b" } });
    await errorFromResponse(
      response,
      {},
      {
        readError({ status, headers, text, body }) {
          seen.push(status, headers.get("x-a"), text, body);
          return undefined;
        },
      },
    );
    expect(seen).toEqual([404, "b", '{"a":1}', { a: 1 }]);
  });

  it("gives code, message, request id and details", async () => {
    const readError: ReadError = () => ({
      code: "E42",
      message: "m",
      requestId: "r",
      details: { a: 1 },
    });
    expect(await errorFromResponse(answer({}), {}, { readError })).toMatchObject({
      code: "E42",
      message: "m",
      requestId: "r",
      details: { a: 1 },
    });
  });

  it.each<[string, ReadError]>([
    ["gives undefined", () => undefined],
    [
      "throws",
      () => {
        throw new Error("no");
      },
    ],
  ])("that %s leaves it to the envelope", async (_, readError) => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const response = answer({ error: { code: "C", message: "m" } });
    expect(await errorFromResponse(response, {}, { readError })).toMatchObject({ code: "C" });
  });

  it.each(["Quota exceeded", "\u00c9", "\u0915\u094d\u0937\u092e\u093e", "$(x)", "C".repeat(128)])(
    "may give the code %j, which no server may",
    async (code) => {
      const readError = () => ({ code });
      expect((await errorFromResponse(answer({}), {}, { readError })).code).toBe(code);
      const response = answer({ error: { code: "$(x)" } });
      expect(await errorFromResponse(response)).toMatchObject({
        code: "UNKNOWN",
        details: { code: "$(x)" },
      });
    },
  );

  it.each([
    [{ code: 42, message: {}, requestId: [], details: "x" }],
    [{ code: "C\nforged" }],
    [{ code: " " }],
    [{ code: "C\u3164" }],
    [{ code: `E${"\u0301".repeat(126)}` }],
    [{ code: "C".repeat(129) }],
  ])("without types may give %j: what is unusable is left out", async (told) => {
    const readError = () => JSON.parse(JSON.stringify(told));
    const error = await errorFromResponse(answer({}), {}, { readError });
    expect(error).toMatchObject({
      code: "UNKNOWN",
      message: "The server answered with status 404.",
      requestId: undefined,
      details: undefined,
    });
  });
});
