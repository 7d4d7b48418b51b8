import { describe, expect, it } from "vitest";
import { internalsOf } from "../../src/fetcher/create-api.ts";
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
      "a GET request has no body: pass query, or use another method",
    ],
    ["a body on HEAD", "HEAD /v1/x", { body: {} }, "a HEAD request has no body"],
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
      "schema must be a Standard Schema, as those of zod 4, valibot and arktype are: got object",
    ],
    ["a schema that is null", "GET /v1/x", { schema: null }, "got null"],
    [
      "a time limit in words",
      "GET /v1/x",
      { timeoutMs: "30" },
      "timeoutMs must be a positive number of milliseconds, or Infinity for no limit: got 30",
    ],
    [
      "fetch's word for credentials",
      "GET /v1/x",
      { credentials: "omit" },
      "credentials must be false, which sends the request unsigned, or left out: got string",
    ],
    ["credentials of its own", "GET /v1/x", { credentials: {} }, "or left out: got object"],
    ["credentials that are true", "GET /v1/x", { credentials: true }, "or left out: got boolean"],
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
  it.each(badLimits)("with a limit of %d is refused at once", (limitMs) => {
    const { fetch } = fakeFetch();
    expect(() => quietApi(fetch, { timeoutMs: limitMs })).toThrow("timeoutMs must be a positive");
    expect(() => quietApi(fetch, { totalTimeoutMs: limitMs })).toThrow("totalTimeoutMs must be a");
  });
});
