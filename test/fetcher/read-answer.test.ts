import { describe, expect, it, vi } from "vitest";
import * as z from "zod/mini";
import { createApi } from "../../src/fetcher/create-api.ts";
import type { StandardSchema } from "../../src/fetcher/standard-schema.ts";
import { cut, envelope, failureOf, fakeFetch, json, quietApi } from "./fake-fetch.ts";

type Answer = Response | (() => Response);

const get = (answer: Answer, schema?: StandardSchema) =>
  quietApi(fakeFetch(answer).fetch, { retry: false }).request("GET /v1/x", schema && { schema });

describe("a success", () => {
  it.each([
    ["a 204", new Response(null, { status: 204 })],
    ["a 205", new Response(null, { status: 205 })],
    ["an empty 200", new Response("")],
    ["a 200 of a space", new Response(" ")],
    ["a 200 of a line break", new Response("\r\n")],
    ["a 200 of a byte order mark", new Response("\ufeff")],
    ["a 200 of two, and white space", new Response("\ufeff\ufeff \t\n\u00a0")],
    [
      "a blank 201 that says it is JSON",
      new Response(" ", { status: 201, headers: { "content-type": "application/json" } }),
    ],
    ["a 201 without a body", new Response(null, { status: 201 })],
  ])("without content gives null: %s", async (_, answer) => {
    expect(await get(answer)).toBeNull();
  });

  it("to HEAD gives null", async () => {
    const { fetch } = fakeFetch(new Response(null, { headers: { "content-length": "9" } }));
    expect(await quietApi(fetch).request("HEAD /v1/x")).toBeNull();
  });

  it.each([
    ["HEAD /v1/x", 200],
    ["DELETE /v1/x", 204],
    ["DELETE /v1/x", 205],
  ] as const)(
    "to %s with status %i gives null, whatever a fetch puts in its body",
    async (route, status) => {
      const answer = () => Object.defineProperty(new Response("OK"), "status", { value: status });
      expect(await quietApi(fakeFetch(answer).fetch).request(route)).toBeNull();
    },
  );

  it.each<[string, StandardSchema, unknown]>([
    ["null where it takes both", z.nullish(z.string()), null],
    ["null where it takes that", z.nullable(z.string()), null],
    ["undefined where it takes that alone", z.optional(z.string()), undefined],
    ["undefined where it is void", z.void(), undefined],
    ["its default", z._default(z.string(), "none"), "none"],
    [
      "what a transform makes of null",
      z.pipe(
        z.null(),
        z.transform(() => 7),
      ),
      7,
    ],
  ])("without content still goes through the schema: %s", async (_, schema, value) => {
    for (const text of ["", " \n"]) expect(await get(new Response(text), schema)).toBe(value);
    expect(await get(new Response(null, { status: 204 }), schema)).toBe(value);
  });

  it("without content is invalid where the schema takes neither null nor undefined", async () => {
    for (const text of ["", " "])
      expect(await failureOf(get(new Response(text), z.string()))).toMatchObject({
        code: "INVALID_RESPONSE",
      });
  });

  it("of null itself is not tried as undefined", async () => {
    expect(await failureOf(get(json(null), z.optional(z.string())))).toMatchObject({
      code: "INVALID_RESPONSE",
    });
  });

  it.each(["0", "false", '""', "null", "\ufeff[]"])(
    "may be the bare JSON value %j",
    async (text) => {
      expect(await get(new Response(text))).toEqual(JSON.parse(text.replace("\ufeff", "")));
    },
  );

  it.each([
    ["HTML", "<!doctype html>", "text/html"],
    ["HTML labelled JSON", "<!doctype html>", "application/json"],
    ["half an object", '{"id":', "application/json"],
  ])("that is no JSON is an invalid response: %s", async (_, text, type) => {
    const headers = { "content-type": type, "x-request-id": "req_9" };
    expect(await failureOf(get(new Response(text, { headers })))).toMatchObject({
      code: "INVALID_RESPONSE",
      kind: "invalidResponse",
      status: 200,
      requestId: "req_9",
      message: "The answer is not JSON.",
      retryStopped: "notRetryable",
    });
  });

  const plain = (text: string, type = "text/plain") =>
    new Response(text, { status: 201, headers: { "content-type": type } });

  it.each([
    ["OK", "text/plain"],
    ["OK", "TEXT/PLAIN; charset=utf-8"],
    ["a,b\n1,2\n", "text/plain"],
    ["1 < 2", "text/plain;charset=utf-8"],
    ["<3", "text/plain"],
    [" OK ", "text/plain"],
  ])("of the plain text %j, as %s, gives it where there is no schema", async (text, type) => {
    expect(await get(plain(text, type))).toBe(text);
  });

  it("of plain text that is JSON gives its value", async () => {
    expect(await get(plain('{"a":1}'))).toEqual({ a: 1 });
    expect(await get(plain("7"))).toBe(7);
  });

  it.each<[string, Response, StandardSchema?]>([
    ["HTML, as a captive portal gives it", plain("<p>Log in</p>", "text/html")],
    ["HTML that says it is text", plain(" <!DOCTYPE html><title>Log in</title>")],
    ["a portal's frame that says so", plain('<HTML><HEAD><meta http-equiv="refresh">')],
    ["a comment before HTML", plain("<!-- portal --><html>")],
    ["another text", plain("OK", "text/csv")],
    ["JSON that is cut", plain('{"a":', "application/json")],
    ["text of no type", new Response(new Blob(["OK"]))],
    ["text/plainly", plain("OK", "text/plainly")],
    ["text where a schema is given", plain("OK"), z.string()],
  ])("that is %s is an invalid response", async (_, answer, schema) => {
    expect(await failureOf(get(answer, schema))).toMatchObject({
      code: "INVALID_RESPONSE",
      message: "The answer is not JSON.",
    });
  });

  it("is read up to maxBytes, and of one byte more nothing is kept and nothing sent again", async () => {
    const text = JSON.stringify("12345€");
    const cancel = vi.fn();
    const headers = { "x-request-id": "req_long" };
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode("1234567")),
      cancel,
    });
    const { fetch, sent } = fakeFetch(
      new Response(text),
      new Response(`${text} `, { headers }),
      () => new Response(endless),
    );
    const api = quietApi(fetch, { maxBytes: 10 });

    expect(await api.request("GET /v1/x")).toBe("12345€");
    expect(await failureOf(api.request("GET /v1/x"))).toMatchObject({
      code: "INVALID_RESPONSE",
      kind: "invalidResponse",
      status: 200,
      requestId: "req_long",
      message: "The answer is longer than maxBytes, which is 10.",
      attempts: 1,
    });
    expect(await failureOf(api.request("GET /v1/x"))).toMatchObject({ code: "INVALID_RESPONSE" });
    expect(cancel).toHaveBeenCalledTimes(1);
    expect(sent).toHaveLength(3);
  });

  it("is read up to 32 MiB where nobody says more, or less", async () => {
    const ofBytes = (bytes: number) => new Response(new Blob(['"', "x".repeat(bytes - 2), '"']));
    expect(await get(ofBytes(32 * 2 ** 20))).toHaveLength(32 * 2 ** 20 - 2);
    expect(await failureOf(get(ofBytes(32 * 2 ** 20 + 1)))).toMatchObject({
      message: "The answer is longer than maxBytes, which is 33554432.",
    });
  });

  it("that is not what the schema says names the places, and is not asked for again", async () => {
    const { fetch } = fakeFetch(json({ user: { id: 1 }, tags: [1, 2, 3, 4] }));
    const schema = z.object({ user: z.object({ id: z.string() }), tags: z.array(z.string()) });
    const error = await failureOf(quietApi(fetch).request("GET /v1/x", { schema }));
    expect(error).toMatchObject({ code: "INVALID_RESPONSE", retryStopped: "notRetryable" });
    expect(error.message).toMatch(/schema says: user\.id: [^;]+; tags\.0: [^;]+; tags\.1: [^;]+$/);
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  const broken: [string, () => never | Promise<never>][] = [
    [
      "throws",
      () => {
        throw new TypeError("schema");
      },
    ],
    ["rejects", () => Promise.reject(new TypeError("schema"))],
  ];

  it.each(broken)(
    "whose schema %s is an invalid response and no network failure",
    async (_, validate) => {
      const schema: StandardSchema = { "~standard": { version: 1, vendor: "test", validate } };
      expect(await failureOf(get(json({}), schema))).toMatchObject({
        code: "INVALID_RESPONSE",
        cause: new TypeError("schema"),
      });
    },
  );

  it("whose schema answers nothing at all is an invalid response", async () => {
    const schema = { "~standard": { version: 1, vendor: "test", validate: () => undefined } };
    const api = quietApi(fakeFetch(json({})).fetch);
    const call: Promise<unknown> = Reflect.apply(api.request, api, ["GET /v1/x", { schema }]);
    expect(await failureOf(call)).toMatchObject({ code: "INVALID_RESPONSE" });
  });

  it("that is cut in the middle is a network failure with its request id", async () => {
    const answer = () => cut({ headers: { "x-request-id": "req_9" } }, '{"id":');
    const error = await failureOf(get(answer));
    expect(error).toMatchObject({ code: "NETWORK_ERROR", kind: "network", requestId: "req_9" });
    expect(error.status).toBeUndefined();
    expect(error.cause).toEqual(new TypeError("terminated"));
  });

  it("that was cut is asked for again where the method allows it", async () => {
    const { fetch } = fakeFetch(() => cut({}, "["), json([]));
    const api = quietApi(fetch, { retry: { baseDelayMs: 0 } });
    expect(await api.request("GET /v1/x")).toEqual([]);
    const posted = fakeFetch(() => cut({}, "["), json([]));
    const post = quietApi(posted.fetch).request("POST /v1/x");
    expect(await failureOf(post)).toMatchObject({ retryStopped: "unsafeMethod" });
    expect(posted.fetch).toHaveBeenCalledTimes(1);
  });
});

describe("a redirect", () => {
  const hidden = () =>
    Object.defineProperties(new Response(null), {
      type: { value: "opaqueredirect" },
      status: { value: 0 },
      ok: { value: false },
    });

  it.each([
    ["as browsers hide it", hidden, undefined],
    ["as other runtimes show it", () => Response.redirect("https://evil.example/", 307), 307],
    [
      "with an envelope in its body",
      () => json({ error: { code: "MOVED", message: "" } }, { status: 302 }),
      302,
    ],
  ])("%s is an invalid response that is not retried", async (_, answer, status) => {
    const { fetch } = fakeFetch(answer);
    const error = await failureOf(quietApi(fetch).request("GET /v1/x"));
    expect(error).toMatchObject({ code: "INVALID_RESPONSE", kind: "invalidResponse", status });
    expect(error.message).toContain("a redirect, which is not followed");
    expect(fetch).toHaveBeenCalledTimes(1);
  });
});

describe("an answer that no server gave", () => {
  it("is a mistake of a mock of the page's fetch as well, which gives JSON and no text", async () => {
    vi.stubGlobal("fetch", async () => ({ ok: true, status: 200, headers: new Headers() }));
    const api = createApi({ baseUrl: "https://api.example", retry: false, onError() {} });
    const error = await failureOf(api.request("GET /v1/x"));
    expect(error.message).toBe("fetch must resolve with a Response: got [object Object]");
  });

  it.each([undefined, null, {}, "text"])("is a mistake of the given fetch: %j", async (answer) => {
    const fetch = vi.fn<typeof globalThis.fetch>();
    // As a mock without types gives it.
    Reflect.apply(fetch.mockResolvedValue, fetch, [answer]);
    const api = quietApi(fetch);
    const error = await failureOf(api.request("GET /v1/x"));
    expect(error.code).toBe("UNEXPECTED_ERROR");
    expect(error.message).toContain("fetch must resolve with a Response: got");
  });

  it("is a mistake of a mock that gives one Response twice", async () => {
    const same = envelope(503, "X");
    const api = quietApi(async () => same, { retry: { baseDelayMs: 0 } });
    const error = await failureOf(api.request("GET /v1/x"));
    expect(error).toMatchObject({ code: "UNEXPECTED_ERROR", attempts: 2 });
    expect(error.message).toContain("fetch must give a new Response for every call");
  });

  it("is a network failure when it is Response.error()", async () => {
    expect(await failureOf(get(() => Response.error()))).toMatchObject({ code: "NETWORK_ERROR" });
  });
});
