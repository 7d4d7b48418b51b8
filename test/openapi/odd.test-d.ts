/** What is odd in real specs, and what comes of it. Checked by `tsc`, never run. */
import { expectTypeOf, test } from "vitest";
import { createApi } from "../../src/fetcher/create-api.ts";
import type { CodeOf } from "../../src/openapi/code-of.ts";
import type { RouteOf } from "../../src/openapi/spec.ts";
import type { paths } from "./generated/odd.ts";

const api = createApi<paths>({ baseUrl: "/" });
const params = { fileId: 7 };

test("where no success is named, default is it; where none is there, nothing is known", async () => {
  expectTypeOf(await api.request("GET /default-only")).toEqualTypeOf<{ ok?: boolean }>();
  expectTypeOf(await api.request("GET /no-answer")).toBeUnknown();
  expectTypeOf(await api.request("HEAD /no-answer")).toBeNull();
  expectTypeOf(await api.request("OPTIONS /no-answer")).toBeNull();
  expectTypeOf(await api.request("GET /any-code")).toBeNull();
});

test("plain text is text, JSON is known by any of its names, and a file is unknown", async () => {
  expectTypeOf(await api.request("GET /default-error")).toBeString();
  expectTypeOf(await api.request("GET /one-of")).toEqualTypeOf<{ n: number }>();
  expectTypeOf(await api.request("GET /files/{fileId}", { params })).toBeUnknown();
  expectTypeOf(await api.request("PUT /files/{fileId}", { params })).toEqualTypeOf<{
    id: string;
  }>();
  const undeclared = { params: { first: "a", second: 2 } } as const;
  expectTypeOf(await api.request("GET /undeclared/{first}/{second}", undeclared)).toEqualTypeOf<
    string[]
  >();
});

test("codes are found in each shape, range and default", () => {
  expectTypeOf<CodeOf<paths, "GET /default-error">>().toEqualTypeOf<"FROM_DEFAULT">();
  expectTypeOf<CodeOf<paths, "GET /one-of">>().toEqualTypeOf<"NESTED" | "BARE">();
  expectTypeOf<CodeOf<paths, "GET /any-code">>().toEqualTypeOf<"TAKEN">();
  expectTypeOf<CodeOf<paths, "GET /no-answer">>().toBeNever();
  expectTypeOf<CodeOf<paths>>().toEqualTypeOf<"FROM_DEFAULT" | "NESTED" | "BARE" | "TAKEN">();
});

test("a body is what is sent: bytes, a form, text, or what becomes JSON", () => {
  api.request("PUT /files/{fileId}", { params });
  api.request("PUT /files/{fileId}", { params, body: new Blob() });
  api.request("PUT /files/{fileId}", { params, body: new Uint8Array() });
  api.request("POST /files/{fileId}", { params, body: new FormData() });
  api.request("PATCH /files/{fileId}", { params, body: { name: "a" } });
  api.request("PATCH /files/{fileId}", { params, body: new URLSearchParams() });
  const headers = { "content-type": "text/csv" };
  api.request("DELETE /files/{fileId}", { params, body: "a;b", headers });

  // @ts-expect-error: a form would go as JSON
  api.request("POST /files/{fileId}", { params, body: { file: "a" } });
  // @ts-expect-error: no body
  api.request("POST /files/{fileId}", { params });
  // @ts-expect-error: bytes would go as JSON
  api.request("PUT /files/{fileId}", { params, body: { a: 1 } });
  api.request("GET /body-in-a-get");
  // @ts-expect-error: fetch refuses a body in a GET
  api.request("GET /body-in-a-get", { body: {} });
});

test("a parameter in the path is text or a number, declared or not", () => {
  api.request("GET /files/{fileId}", { params: { fileId: "true" } });
  // @ts-expect-error: null is no path
  api.request("GET /files/{fileId}", { params: { fileId: null } });
  // @ts-expect-error: nor is a boolean
  api.request("GET /files/{fileId}", { params: { fileId: true } });
  // @ts-expect-error: not one of the values
  api.request("GET /undeclared/{first}/{second}", { params: { first: "c", second: 2 } });
  // @ts-expect-error: the route needs it, whatever the spec declares
  api.request("GET /undeclared/{first}/{second}", { params: { first: "a" } });
});

test("a query takes dates for text, one for many, and writes an object name by name", () => {
  api.request("GET /queries", { query: { at: new Date() } });
  api.request("GET /queries", { query: { at: "2026-01-01", ids: 1, created: 7, anything: true } });
  api.request("GET /queries", {
    query: { at: "", ids: [1, 2], "created[gte]": 7, "filter[name]": "a" },
    headers: { "if-none-match": "abc" },
  });

  // @ts-expect-error: at is required
  api.request("GET /queries");
  // @ts-expect-error: an object is not written
  api.request("GET /queries", { query: { at: "", created: { gte: 7 } } });
  // @ts-expect-error: another type
  api.request("GET /queries", { query: { at: "", ids: ["1"] } });
  // @ts-expect-error: this one is no object
  api.request("GET /queries", { query: { at: "", "ids[0]": 1 } });
});

test("what no route can be is none", () => {
  expectTypeOf<Extract<RouteOf<paths>, `${string}with${string}`>>().toBeNever();
  expectTypeOf<Extract<RouteOf<paths>, `TRACE ${string}`>>().toBeNever();
});
