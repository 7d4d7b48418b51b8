/** Which routes compile and which must not, wherever one is given. Checked by `tsc`, never run. */
import { expectTypeOf, test } from "vitest";
import type { Route, WellFormed } from "../../src/error/route-form.ts";
import { type Api, internalsOf } from "../../src/fetcher/api.ts";
import { failing } from "../../src/msw/failing.ts";
import { routeHandler } from "../../src/msw/route-handler.ts";
import { apiInfiniteQueryOptions } from "../../src/query/api-infinite-query-options.ts";
import { apiMutationOptions } from "../../src/query/api-mutation-options.ts";
import { apiQueryOptions } from "../../src/query/api-query-options.ts";
import { useApiInfiniteQuery } from "../../src/query/useApiInfiniteQuery.ts";
import { useApiMutation } from "../../src/query/useApiMutation.ts";
import { useApiQuery } from "../../src/query/useApiQuery.ts";
import { useApiSuspenseQuery } from "../../src/query/useApiSuspenseQuery.ts";

declare const api: Api;
declare const id: string;

test("a route is a known method, a space and a path", () => {
  api.request("GET /");
  api.request("POST /v1/jobs/{job-id}:cancel", { params: { "job-id": 7 } });
  api.request("GET /v1/{a}-{b}.json", { params: { a: 1, b: 2 } });
  api.request("GET /v1/people('{id}')/größe,*;x=1&y", { params: { id } });

  // @ts-expect-error: a method in lower case
  api.request("get /v1/sessions");
  // @ts-expect-error: a method that is not supported
  api.request("TRACE /v1/sessions");
  // @ts-expect-error: no method
  api.request("/v1/sessions");
  // @ts-expect-error: no slash
  api.request("GET v1/sessions");
  // @ts-expect-error: an origin
  api.request("GET https://api.example/v1");
});

test("a route holds nothing that a path cannot", () => {
  // @ts-expect-error: a query string
  api.request("GET /a?x=1");
  // @ts-expect-error: an empty one
  api.request("GET /a?");
  // @ts-expect-error: an optional parameter
  api.request("GET /a/{id?}", { params: { "id?": id } });
  // @ts-expect-error: a hash
  api.request("GET /a#top");
  // @ts-expect-error: a space in the path
  api.request("GET /a b");
  // @ts-expect-error: two spaces
  api.request("GET  /a");
  // @ts-expect-error: a space at the end
  api.request("GET /a ");
  // @ts-expect-error: a space in a parameter
  api.request("GET /a/{the id}", { params: { "the id": id } });
  // @ts-expect-error: a line break
  api.request("GET /a\n");
  // @ts-expect-error: a backslash
  api.request("GET /a\\b");
});

test("a route's braces are those of its parameters", () => {
  // @ts-expect-error: one that is not closed
  api.request("GET /a/{id");
  // @ts-expect-error: the same with the parameter
  api.request("GET /a/{id", { params: { id } });
  // @ts-expect-error: the second is not closed
  api.request("GET /a/{id}/{name", { params: { id } });
  // @ts-expect-error: one that is not opened
  api.request("GET /a/id}");
  // @ts-expect-error: one that is not opened, before a parameter
  api.request("GET /a}/{id}", { params: { id } });
  // @ts-expect-error: one without a name
  api.request("GET /a/{}");
  // @ts-expect-error: one in another
  api.request("GET /a/{a{b}}", { params: { "a{b": id } });
  // @ts-expect-error: one over two segments
  api.request("GET /a/{a/b}", { params: { "a/b": id } });
});

test("a route that is put together at run time compiles", () => {
  const put = (route: Route) => api.request(route);
  put(`GET /v1/${id}`);
  api.request(`GET /v1/${id}`);
  const handedOn = <R extends Route>(route: WellFormed<R>) => apiMutationOptions(api, route);
  handedOn("POST /v1/x");
  // @ts-expect-error: a query string
  handedOn("POST /v1/x?a=1");
  expectTypeOf<WellFormed<"GET /a">>().toEqualTypeOf<"GET /a">();
});

test("every function that takes a route refuses what is none", () => {
  const request = { pageQuery: () => ({}) };
  const pages = { initialPageParam: 1, getNextPageParam: () => null };
  // @ts-expect-error
  internalsOf(api).attempt("GET /a?x=1");
  // @ts-expect-error
  apiQueryOptions(api, "GET /a?x=1");
  // @ts-expect-error
  apiInfiniteQueryOptions(api, "GET /a?x=1", request, pages);
  // @ts-expect-error
  apiMutationOptions(api, "POST /a?x=1");
  // @ts-expect-error
  useApiQuery("GET /a?x=1");
  // @ts-expect-error
  useApiSuspenseQuery("GET /a?x=1");
  // @ts-expect-error
  useApiInfiniteQuery("GET /a?x=1", request, pages);
  // @ts-expect-error
  useApiMutation("POST /a?x=1");
  // @ts-expect-error
  failing("GET /a?x=1", 500);
  // @ts-expect-error
  routeHandler("GET /a?x=1", () => undefined);
});

test("a GET and a HEAD have no body", () => {
  const body = { text: "hi" };
  const request = { body, pageQuery: () => ({}) };
  const pages = { initialPageParam: 1, getNextPageParam: () => null };
  const dynamic = (route: Route) => api.request(route, { body });
  dynamic("POST /a");
  api.request("POST /a", { body });
  api.request("DELETE /a", { body });
  api.request("OPTIONS /a", { body });
  api.request("GET /a", { body: undefined });
  useApiQuery("POST /v1/search", { body });
  useApiMutation("PATCH /a").mutate({ body });
  useApiInfiniteQuery("POST /a", request, pages);

  // @ts-expect-error: a GET with a body
  api.request("GET /a", { body });
  // @ts-expect-error: one with a parameter
  api.request("GET /a/{id}", { params: { id }, body });
  // @ts-expect-error: a HEAD with a body
  api.request("HEAD /a", { body });
  // @ts-expect-error: a body of null is "null" as JSON
  api.request("GET /a", { body: null });
  // @ts-expect-error
  internalsOf(api).attempt("GET /a", { body });
  // @ts-expect-error
  apiQueryOptions(api, "GET /a", { body });
  // @ts-expect-error
  apiInfiniteQueryOptions(api, "GET /a", request, pages);
  // @ts-expect-error
  useApiQuery("GET /a", { body });
  // @ts-expect-error
  useApiSuspenseQuery("GET /a", { body });
  // @ts-expect-error
  useApiInfiniteQuery("GET /a", request, pages);
  // @ts-expect-error
  useApiMutation("GET /a").mutate({ body });
});
