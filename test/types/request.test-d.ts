/** What must compile and what must not, of `api.request`. Checked by `tsc`, never run. */
import { expectTypeOf, test } from "vitest";
import * as z from "zod/mini";
import type { ApiError } from "../../src/error/api-error.ts";
import type { Route } from "../../src/error/route-form.ts";
import { type Api, internalsOf } from "../../src/fetcher/api.ts";
import { bearer } from "../../src/fetcher/bearer.ts";
import { createApi } from "../../src/fetcher/create-api.ts";
import { apiKey } from "../../src/fetcher/credentials.ts";
import type { RouteParams } from "../../src/fetcher/route.ts";
import type { StandardSchema } from "../../src/fetcher/standard-schema.ts";

declare const api: Api;

test("params are required exactly when the route has parameters", () => {
  api.request("GET /v1/sessions");
  api.request("GET /v1/sessions", { query: { limit: 1 } });
  api.request("GET /v1/sessions/{id}", { params: { id: "s1" } });
  api.request("GET /v1/sessions/{id}", { params: { id: 7 } });
  internalsOf(api).attempt("GET /v1/sessions/{id}/messages/{n}", { params: { id: "s1", n: 2 } });

  // @ts-expect-error: no request at all
  api.request("GET /v1/sessions/{id}");
  // @ts-expect-error: a request without params
  api.request("GET /v1/sessions/{id}", {});
  // @ts-expect-error: one of two params
  api.request("GET /v1/sessions/{id}/messages/{n}", { params: { id: "s1" } });
  // @ts-expect-error: the same for a single attempt
  internalsOf(api).attempt("GET /v1/sessions/{id}");
});

test("params have the route's names and take strings and numbers", () => {
  expectTypeOf<RouteParams<"GET /v1/{a}/x/{b}">>().toEqualTypeOf<{
    a: string | number;
    b: string | number;
  }>();

  // @ts-expect-error: another name
  api.request("GET /v1/sessions/{id}", { params: { sessionId: "s1" } });
  // @ts-expect-error: one too many
  api.request("GET /v1/sessions/{id}", { params: { id: "s1", n: 2 } });
  // @ts-expect-error: the route has none
  api.request("GET /v1/sessions", { params: { id: "s1" } });
  // @ts-expect-error: no string
  api.request("GET /v1/sessions/{id}", { params: { id: null } });
  // @ts-expect-error: perhaps no string
  api.request("GET /v1/sessions/{id}", { params: { id: undefined } });
});

test("a route that is known only at run time takes any params", (): void => {
  const route: Route = "GET /v1/sessions/{id}";
  const dynamic = (given: Route) => api.request(given, { params: { id: "s1" } });
  dynamic(route);
});

test("the schema's output is the result", () => {
  const schema = z.pipe(
    z.string(),
    z.transform((text) => text.length),
  );
  expectTypeOf(api.request("GET /v1/x", { schema })).resolves.toEqualTypeOf<number>();
  expectTypeOf(internalsOf(api).attempt("GET /v1/x", { schema })).resolves.toEqualTypeOf<number>();
  expectTypeOf(api.request("GET /v1/{id}", { params: { id: 1 }, schema })).resolves.toBeNumber();

  const Session = z.object({ id: z.string(), open: z.optional(z.boolean()) });
  expectTypeOf(api.request("GET /v1/x", { schema: Session })).resolves.toEqualTypeOf<
    z.infer<typeof Session>
  >();

  // @ts-expect-error: an object with a parse method is no Standard Schema
  api.request("GET /v1/x", { schema: { parse: () => 1 } });
});

test("without a schema the result is unknown, until somebody names it", () => {
  expectTypeOf(api.request("GET /v1/x")).resolves.toBeUnknown();
  expectTypeOf(api.request<"GET /v1/x", string>("GET /v1/x")).resolves.toBeString();
});

test("zod's schemas are Standard Schemas as they are", () => {
  expectTypeOf(z.object({ id: z.string() })).toExtend<StandardSchema<{ id: string }>>();
});

test("settings have their types", () => {
  api.request("GET /v1/x", { query: { a: [1, "2", null], at: new Date(), b: true } });
  api.request("GET /v1/x", { retry: false });
  api.request("GET /v1/x", { retry: { maxAttempts: 2 }, timeoutMs: 1, idempotencyKey: true });
  api.request("POST /v1/login", { credentials: false });

  // @ts-expect-error: fetch's word for it
  api.request("POST /v1/login", { credentials: "omit" });
  // @ts-expect-error: an object in the query
  api.request("GET /v1/x", { query: { filter: { a: 1 } } });
  // @ts-expect-error: retry is false or options
  api.request("GET /v1/x", { retry: true });
  // @ts-expect-error: an unknown retry option
  api.request("GET /v1/x", { retry: { attempts: 2 } });
  // @ts-expect-error: a header that is no string
  api.request("GET /v1/x", { headers: { "x-a": 1 } });
  // @ts-expect-error: an unknown setting
  api.request("GET /v1/x", { timeout: 1 });
});

test("createApi wants a baseUrl and takes the credentials there are", () => {
  createApi({ baseUrl: "/", credentials: apiKey(async () => null) });
  createApi({ baseUrl: "/", credentials: bearer({ token: () => "t" }), redirect: "follow" });

  // @ts-expect-error: no baseUrl
  createApi({});
  // @ts-expect-error: a bare key
  createApi({ baseUrl: "/", credentials: "key" });
  // @ts-expect-error: fetch's third mode fails without saying why
  createApi({ baseUrl: "/", redirect: "error" });
});

test("a request's retry is laid over the API's, whose budget it can only do without", () => {
  api.request("GET /v1/x", { retry: { maxAttempts: 2, budget: false, shareEvidence: false } });
  api.request("GET /v1/x", { retry: false });
  // @ts-expect-error: a budget of its own
  api.request("GET /v1/x", { retry: { budget: { capacity: 1 } } });
});

test("a bearer token may be renewed, and who tells of the end gets an ApiError", () => {
  bearer({ token: () => null });
  bearer({
    token: async () => "t",
    refresh: async () => "t2",
    onSessionExpired: (error) => expectTypeOf(error).toEqualTypeOf<ApiError>(),
  });
  // @ts-expect-error: no token
  bearer({ refresh: async () => "t2" });
});
