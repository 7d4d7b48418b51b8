import { hashKey, QueryClient } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import { apiInfiniteQueryOptions } from "../../src/query/api-infinite-query-options.ts";
import { apiQueryKey, type KeyedRequest } from "../../src/query/api-query-key.ts";
import { apiQueryOptions } from "../../src/query/api-query-options.ts";
import { fakeFetch, json, quietApi } from "../fetcher/fake-fetch.ts";

const route = "GET /v1/sessions/{sessionId}/messages";
const params = { sessionId: "s1" };
const api = quietApi(fakeFetch(json({ ok: true })).fetch);
const { baseUrl } = api;
const pages = { initialPageParam: 0, getNextPageParam: () => null };
const pageQuery = (page: number) => ({ page });

describe("apiQueryKey", () => {
  it("is the API's name, the route and what tells requests apart", () => {
    expect(apiQueryKey(api, route, { params, query: { limit: 1 } })).toEqual([
      baseUrl,
      route,
      { params, query: { limit: "1" } },
    ]);
    expect(apiQueryKey(api, route)).toEqual([baseUrl, route]);
  });

  it("is the key of the query with the same request", () => {
    const request = { params, query: { limit: 1 } };
    expect(apiQueryOptions(api, route, request).queryKey).toEqual(apiQueryKey(api, route, request));
  });

  it("holds the body, so that two searches by POST are two queries", () => {
    const key = (text: string) =>
      apiQueryOptions(api, "POST /v1/search", { body: { text } }).queryKey;
    expect(key("a")).toEqual([baseUrl, "POST /v1/search", { body: { text: "a" } }]);
    expect(key("a")).not.toEqual(key("b"));
  });

  it("holds a body of null, 0 and an empty string as well", () => {
    for (const body of [null, 0, ""])
      expect(apiQueryKey(api, "POST /v1/search", { body })[2]).toEqual({ body });
  });

  it.each<[string, KeyedRequest, KeyedRequest]>([
    ["a number and its text", { params: { id: 7 } }, { params: { id: "7" } }],
    ["a query's number and its text", { query: { page: 2 } }, { query: { page: "2" } }],
    ["true and its text", { query: { all: true } }, { query: { all: "true" } }],
    ["a list of numbers and of texts", { query: { id: [1, 2] } }, { query: { id: ["1", "2"] } }],
    ["what is left out and what is not there", { query: { a: null, b: undefined } }, { query: {} }],
    [
      "a date and its text",
      { query: { at: new Date(0) } },
      { query: { at: new Date(0).toISOString() } },
    ],
    [
      "a list with and without what is left out",
      { query: { id: [1, null] } },
      { query: { id: ["1"] } },
    ],
    ["an empty query and none", { query: {}, params: {} }, {}],
    [
      "a header in two spellings",
      { headers: { Accept: "text/csv" } },
      { headers: { accept: "text/csv" } },
    ],
    [
      "requests with other ids",
      { headers: { "x-request-id": "a" } },
      { headers: { "x-request-id": "b" } },
    ],
    ["requests with other secrets", { headers: { authorization: "a" } }, { headers: {} }],
  ])("holds what is sent: %s are one", (_, some, others) => {
    expect(hashKey(apiQueryKey(api, route, some))).toBe(hashKey(apiQueryKey(api, route, others)));
  });

  it.each<[string, KeyedRequest, KeyedRequest]>([
    [
      "languages",
      { headers: { "accept-language": "de" } },
      { headers: { "accept-language": "fr" } },
    ],
    ["media types", { headers: { accept: "text/csv" } }, {}],
    [
      "headers that the API names",
      { headers: { "X-Tenant": "a" } },
      { headers: { "x-tenant": "b" } },
    ],
  ])("tells two %s apart", (_, some, others) => {
    const named = quietApi(fakeFetch(json({})).fetch, { keyHeaders: ["X-Tenant"] });
    const key = (request: KeyedRequest) => hashKey(apiQueryKey(named, "GET /v1/x", request));
    expect(key(some)).not.toBe(key(others));
  });

  it("finds a query by a number that was asked for by its text", async () => {
    const client = new QueryClient();
    await client.prefetchQuery(apiQueryOptions(api, "GET /v1/x/{id}", { params: { id: "7" } }));
    await client.invalidateQueries({
      queryKey: apiQueryKey(api, "GET /v1/x/{id}", { params: { id: 7 } }),
    });
    expect(client.getQueryCache().getAll()[0]?.state.isInvalidated).toBe(true);
  });

  it("finds of two queries by date the one with that date", async () => {
    const client = new QueryClient();
    const keyAt = (ms: number) => apiQueryKey(api, "GET /v1/x", { query: { since: new Date(ms) } });
    for (const ms of [1, 2]) client.setQueryData(keyAt(ms), ms);
    expect(client.getQueriesData({ queryKey: keyAt(2) }).map(([, data]) => data)).toEqual([2]);
  });

  const fields = (text: string) => {
    const body = new FormData();
    body.set("text", text);
    return body;
  };
  const bytes = (text: string) => new TextEncoder().encode(text);

  it.each<[string, (text: string) => unknown]>([
    ["a string", (text) => text],
    ["URLSearchParams", (text) => new URLSearchParams({ text })],
    ["FormData", fields],
    ["an ArrayBuffer", (text) => bytes(text).buffer],
    ["a typed array", bytes],
    ["a view of a part of a buffer", (text) => new DataView(bytes(`x${text}`).buffer, 1)],
    ["an object whose class writes its own JSON", (text) => ({ toJSON: () => ({ text }) })],
  ])("tells two bodies apart, and no two of one content, as %s", (_, body) => {
    const key = (text: string) => hashKey(apiQueryKey(api, "POST /v1/x", { body: body(text) }));
    expect(key("a")).toBe(key("a"));
    expect(key("a")).not.toBe(key("b"));
  });

  it.each<[string, unknown]>([
    ["URLSearchParams", new URLSearchParams("a=1")],
    ["FormData", fields("a")],
    ["bytes", bytes("a")],
  ])("tells %s and JSON with the same content apart", (_, body) => {
    const [, , part] = apiQueryKey(api, "POST /v1/x", { body });
    expect(apiQueryKey(api, "POST /v1/x", { body: part?.body })).not.toEqual([
      baseUrl,
      "POST /v1/x",
      part,
    ]);
  });

  it.each<[string, Record<string, string>]>([
    ["JSON", {}],
    ["another type", { "Content-Type": "text/plain" }],
  ])("tells a string that goes as it is from the same one as %s", (_, headers) => {
    const csv = { body: "a,b", headers: { "content-type": "text/csv" } };
    const key = apiQueryKey(api, "POST /v1/x", csv);
    expect(key).not.toEqual(apiQueryKey(api, "POST /v1/x", { ...csv, headers }));
    expect(key).toEqual(apiQueryKey(api, "POST /v1/x", csv));
  });

  const withFile = new FormData();
  withFile.set("file", new Blob(["a"]));

  it.each<[string, unknown]>([
    ["Blob", new Blob(["a"])],
    ["FormData", withFile],
    ["BigInt", 1n],
    ["Function", () => {}],
    ["ReadableStream", new ReadableStream()],
  ])("refuses a %s, which cannot be told from another, and says what to do", (got, body) => {
    expect(() => apiQueryOptions(api, "POST /v1/x", { body })).toThrow(
      new RegExp(`^a query's body must be .*: got ${got} .*read files into a buffer first`),
    );
  });

  it("leaves schema, headers, retry and time limit out", () => {
    const request = { params, headers: { a: "b" }, retry: false, timeoutMs: 1 } as const;
    expect(apiQueryOptions(api, route, request).queryKey).toEqual([baseUrl, route, { params }]);
  });

  it("tells two APIs of one page apart, by their base URLs where they have no names", () => {
    const other = quietApi(fakeFetch(json({})).fetch, { baseUrl: "https://other.example" });
    expect(apiQueryKey(other, route)).not.toEqual(apiQueryKey(api, route));
    const billing = quietApi(fakeFetch(json({})).fetch, { name: "billing" });
    expect(apiQueryKey(billing, route)[0]).toBe("billing");
  });

  it("tells an infinite query and a plain one of the same request apart", () => {
    const plain = apiQueryOptions(api, route, { params });
    const infinite = apiInfiniteQueryOptions(api, route, { params, pageQuery }, pages);
    expect(infinite.queryKey).not.toEqual(plain.queryKey);
  });
});

describe("invalidating by key", () => {
  async function filled() {
    const client = new QueryClient();
    await client.fetchQuery(apiQueryOptions(api, route, { params }));
    await client.fetchQuery(apiQueryOptions(api, route, { params: { sessionId: "s2" } }));
    await client.fetchQuery(apiQueryOptions(api, route, { params, query: { limit: 1 } }));
    await client.fetchQuery(apiQueryOptions(api, "GET /v1/agents"));
    await client.fetchInfiniteQuery(
      apiInfiniteQueryOptions(api, route, { params, pageQuery }, pages),
    );
    return client;
  }

  it.each<[string, readonly unknown[], number]>([
    ["an API", [baseUrl], 5],
    ["a route", apiQueryKey(api, route), 4],
    ["a route and its parameters", apiQueryKey(api, route, { params }), 3],
    ["a route, parameters and query", apiQueryKey(api, route, { params, query: { limit: 1 } }), 1],
    ["a route without parameters", apiQueryKey(api, "GET /v1/agents"), 1],
    ["another route", apiQueryKey(api, "GET /v1/models"), 0],
  ])("of %s reaches all queries that begin so", async (_, queryKey, count) => {
    const client = await filled();
    await client.invalidateQueries({ queryKey });
    const invalid = client.getQueryCache().findAll({ predicate: (q) => q.state.isInvalidated });
    expect(invalid).toHaveLength(count);
  });
});
