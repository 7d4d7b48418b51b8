import { describe, expect, it } from "vitest";
import { internalsOf } from "../../src/fetcher/api.ts";
import { createApi } from "../../src/fetcher/create-api.ts";
import { fakeFetch, json, quietApi, thrownBy } from "./fake-fetch.ts";

const badLimits = [0, -1, Number.NaN, Number.NEGATIVE_INFINITY];

describe("a misused request", () => {
  it.each<[string, string, object, string]>([
    ["a route without a method", "/v1/x", {}, "route must look like"],
    [
      "a missing parameter",
      "GET /v1/{id}",
      {},
      "params.id must be a non-empty string: got undefined",
    ],
    [
      "a body on GET",
      "GET /v1/x",
      { body: {} },
      "body must be left out of a GET request: got [object Object]; pass query, or use another method",
    ],
    ["a body on HEAD", "HEAD /v1/x", { body: {} }, "body must be left out of a HEAD request"],
    [
      "a stream",
      "POST /v1/x",
      { body: new ReadableStream() },
      "body must be something that a retry can send again",
    ],
    ["a body without a JSON form", "POST /v1/x", { body: 1n }, "body must be FormData"],
    [
      "a bad header value",
      "GET /v1/x",
      { headers: { "x-a": "a\nb" } },
      'headers["x-a"] must hold no line break',
    ],
    ["a bad header name", "GET /v1/x", { headers: { "x a": "b" } }, "headers must be named"],
    ["a Headers", "GET /v1/x", { headers: new Headers() }, "headers must be an object such as"],
    ["retry: true", "GET /v1/x", { retry: true }, "retry must be false or an object such as"],
    [
      "a negative number of attempts",
      "GET /v1/x",
      { retry: { maxAttempts: -1 } },
      "retry.maxAttempts must be a whole number from 1 on, or Infinity: got -1",
    ],
    ["a bad query value", "GET /v1/x", { query: { page: Number.NaN } }, "query.page must be"],
    [
      "a controller for a signal",
      "GET /v1/x",
      { signal: new AbortController() },
      "signal must be an AbortSignal, such as controller.signal: got [object AbortController]",
    ],
    [
      "an empty idempotency key",
      "POST /v1/x",
      { idempotencyKey: "" },
      'idempotencyKey must be true or a non-empty string: got ""',
    ],
    [
      "a blank idempotency key",
      "POST /v1/x",
      { idempotencyKey: " " },
      "idempotencyKey must be true or a non-empty string",
    ],
    [
      "an idempotency key that no header holds",
      "POST /v1/x",
      { idempotencyKey: "\u043a" },
      'headers["idempotency-key"] must hold',
    ],
    [
      "a schema that is none",
      "GET /v1/x",
      { schema: { parse: () => 1 } },
      "schema must be a Standard Schema, as those of zod 4, valibot and arktype are: got [object Object]",
    ],
    ["a schema that is null", "GET /v1/x", { schema: null }, "got null"],
    [
      "a time limit in words",
      "GET /v1/x",
      { timeoutMs: "30" },
      'timeoutMs must be a positive number of milliseconds, or Infinity for no limit: got "30"',
    ],
    [
      "fetch's word for credentials",
      "GET /v1/x",
      { credentials: "omit" },
      "credentials must be false, which sends the request unsigned, or left out: got a string",
    ],
    [
      "credentials of its own",
      "GET /v1/x",
      { credentials: {} },
      "or left out: got [object Object]",
    ],
    ["credentials that are true", "GET /v1/x", { credentials: true }, "or left out: got true"],
    ["credentials that are null", "GET /v1/x", { credentials: null }, "or left out: got null"],
  ])(
    "with %s is a TypeError that says how to mend it, and sends nothing",
    async (_, route, settings, message) => {
      const { fetch } = fakeFetch(json({}));
      const api = quietApi(fetch);
      for (const method of [api.request, internalsOf(api).attempt]) {
        const thrown = await thrownBy(Reflect.apply(method, api, [route, settings]));
        expect(thrown).toBeInstanceOf(TypeError);
        expect(String(thrown)).toContain(message);
      }
      expect(fetch).not.toHaveBeenCalled();
    },
  );

  it.each(badLimits)("with timeoutMs %d is refused", async (timeoutMs) => {
    const { fetch } = fakeFetch(json({}));
    expect(String(await thrownBy(quietApi(fetch).request("GET /v1/x", { timeoutMs })))).toBe(
      `TypeError: timeoutMs must be a positive number of milliseconds, or Infinity for no limit: got ${timeoutMs}`,
    );
    expect(fetch).not.toHaveBeenCalled();
  });
});

describe("a misused createApi", () => {
  const baseUrl = "https://api.example";
  const getsKey = { headers: async () => ({}) };

  it.each<[string, unknown[], string]>([
    [
      "no options",
      [],
      'createApi must be given its options, such as { baseUrl: "https://api.agntix.ai" }: got undefined',
    ],
    [
      "null for options",
      [null],
      'createApi must be given its options, such as { baseUrl: "https://api.agntix.ai" }: got null',
    ],
    [
      "a URL for options",
      ["https://me:pw@api.example"],
      'createApi must be given its options, such as { baseUrl: "https://api.agntix.ai" }: got a string',
    ],
    [
      "no baseUrl",
      [{}],
      'baseUrl must be a URL such as "https://api.agntix.ai", or "/" for the page\'s own origin: got undefined',
    ],
    [
      "a baseUrl that is a URL object",
      [{ baseUrl: new URL(baseUrl) }],
      'baseUrl must be a URL such as "https://api.agntix.ai", or "/" for the page\'s own origin: got [object URL]; pass url.href',
    ],
    [
      "a baseUrl that is a BigInt",
      [{ baseUrl: 1n }],
      'baseUrl must be a URL such as "https://api.agntix.ai", or "/" for the page\'s own origin: got 1',
    ],
    [
      "a bare key",
      [{ baseUrl, credentials: "s3cret" }],
      "credentials must be what apiKey(…) or bearer(…) gave, or have a headers function: got a string; for a key pass apiKey(() => key)",
    ],
    [
      "fetch's own credentials",
      [{ baseUrl, credentials: "include" }],
      "credentials must be what apiKey(…) or bearer(…) gave, or have a headers function: got a string; for a key pass apiKey(() => key)",
    ],
    [
      "a function for credentials",
      [{ baseUrl, credentials: () => "s3cret" }],
      "credentials must be what apiKey(…) or bearer(…) gave, or have a headers function: got [object Function]; for a key pass apiKey(() => key)",
    ],
    [
      "credentials without headers",
      [{ baseUrl, credentials: {} }],
      "credentials must be what apiKey(…) or bearer(…) gave, or have a headers function: got [object Object]; for a key pass apiKey(() => key)",
    ],
    [
      "null for credentials",
      [{ baseUrl, credentials: null }],
      "credentials must be what apiKey(…) or bearer(…) gave, or have a headers function: got null; for a key pass apiKey(() => key)",
    ],
    [
      "Headers for headers",
      [{ baseUrl, headers: new Headers({ "x-a": "b" }) }],
      'headers must be an object such as { "x-tenant": "7" }: got [object Headers]; pass Object.fromEntries(headers)',
    ],
    [
      "a list for headers",
      [{ baseUrl, headers: [["x-a", "b"]] }],
      'headers must be an object such as { "x-tenant": "7" }: got [object Array]; pass Object.fromEntries(headers)',
    ],
    [
      "a text for headers",
      [{ baseUrl, headers: "authorization: s3cret" }],
      'headers must be an object such as { "x-tenant": "7" }: got a string',
    ],
    [
      "a header that HTTP does not allow",
      [{ baseUrl, headers: { "x a": "b" } }],
      'headers must be named with letters, digits and dashes: got "x a"',
    ],
    [
      "a fetch that is none",
      [{ baseUrl, fetch: "fetch" }],
      'fetch must be a function: got "fetch"',
    ],
    [
      "an onError that is none",
      [{ baseUrl, onError: {} }],
      "onError must be a function: got [object Object]",
    ],
    [
      "a readError that is none",
      [{ baseUrl, readError: true }],
      "readError must be a function: got true",
    ],
    ["a number for a name", [{ baseUrl, name: 7 }], "name must be a non-empty string: got 7"],
    ["an empty name", [{ baseUrl, name: "" }], 'name must be a non-empty string: got ""'],
    [
      "fetch's third way to redirect",
      [{ baseUrl, redirect: "error" }],
      'redirect must be "manual" or "follow": got "error"',
    ],
    [
      "one key header that is no list",
      [{ baseUrl, keyHeaders: "x-tenant" }],
      'keyHeaders must be a list of header names, such as ["cf-ray"]: got "x-tenant"',
    ],
    [
      "retry: true",
      [{ baseUrl, retry: true }],
      "retry must be false or an object such as { maxAttempts: 3 }: got true",
    ],
    [
      "a number of retries",
      [{ baseUrl, retry: 3 }],
      "retry must be false or an object such as { maxAttempts: 3 }: got 3",
    ],
    [
      "null for retry",
      [{ baseUrl, retry: null }],
      "retry must be false or an object such as { maxAttempts: 3 }: got null",
    ],
  ])("with %s is a TypeError of one line that says how to mend it", (_, options, message) => {
    expect(() => Reflect.apply(createApi, undefined, options)).toThrow(new TypeError(message));
  });

  it.each<[string, object]>([
    [
      "options that are undefined",
      { credentials: undefined, headers: undefined, retry: undefined },
    ],
    ["credentials of its own", { credentials: getsKey }],
    ["no retries", { retry: false }],
  ])("is not misused with %s", (_, options) => {
    expect(Reflect.apply(createApi, undefined, [{ baseUrl, ...options }]).name).toBe(`${baseUrl}/`);
  });

  it.each(badLimits)("with a limit of %d is refused at once", (limitMs) => {
    const { fetch } = fakeFetch();
    expect(() => quietApi(fetch, { timeoutMs: limitMs })).toThrow("timeoutMs must be a positive");
    expect(() => quietApi(fetch, { totalTimeoutMs: limitMs })).toThrow("totalTimeoutMs must be a");
    expect(() => quietApi(fetch, { maxBytes: limitMs })).toThrow(
      "maxBytes must be a positive number of bytes, or Infinity for no limit",
    );
  });
});
