/** What a spec makes of `api.request`: what must compile and what must not. Checked by `tsc`, never run. */
import { expectTypeOf, test } from "vitest";
import * as z from "zod/mini";
import { type Api, internalsOf } from "../../src/fetcher/api.ts";
import { createApi } from "../../src/fetcher/create-api.ts";
import type { components, paths } from "./generated/sessions.ts";

type Schemas = components["schemas"];

const api = createApi<paths>({ baseUrl: "/" });
const params = { sessionId: "ses_1" };

test("a route is one of the spec's", () => {
  api.request("GET /v1/sessions");
  // @ts-expect-error: a misspelt path
  api.request("GET /v1/session");
  // @ts-expect-error: a method that the path has not
  api.request("DELETE /v1/sessions");
  // @ts-expect-error: another parameter's name
  api.request("GET /v1/sessions/{id}", { params: { id: "ses_1" } });
  // @ts-expect-error: put together at run time
  api.request(`GET /v1/${params.sessionId}`);
});

test("params, query and body are the spec's", () => {
  api.request("GET /v1/sessions/{sessionId}", { params });
  api.request("GET /v1/sessions", { query: { limit: 10, state: ["OPEN"], cursor: undefined } });
  api.request("POST /v1/sessions/{sessionId}/messages", { params, body: { text: "hi" } });

  // @ts-expect-error: no params
  api.request("GET /v1/sessions/{sessionId}");
  // @ts-expect-error: no params
  api.request("GET /v1/sessions/{sessionId}", {});
  // @ts-expect-error: another name
  api.request("GET /v1/sessions/{sessionId}", { params: { id: "ses_1" } });
  // @ts-expect-error: another type
  api.request("GET /v1/sessions/{sessionId}", { params: { sessionId: 1 } });
  // @ts-expect-error: the route has none
  api.request("GET /v1/sessions", { params });
  // @ts-expect-error: a misspelt name
  api.request("GET /v1/sessions", { query: { limt: 10 } });
  // @ts-expect-error: another type
  api.request("GET /v1/sessions", { query: { limit: "10" } });
  // @ts-expect-error: not one of the values
  api.request("GET /v1/sessions", { query: { state: ["SHUT"] } });
  // @ts-expect-error: a query that is required
  api.request("GET /v1/sessions/{sessionId}/messages", { params });
  // @ts-expect-error: a part of it that is required
  api.request("GET /v1/sessions/{sessionId}/messages", { params, query: { page: null } });
  // @ts-expect-error: the route takes no query
  api.request("GET /v1/sessions/{sessionId}", { params, query: { limit: 1 } });
  // @ts-expect-error: no body
  api.request("POST /v1/sessions/{sessionId}/messages", { params });
  // @ts-expect-error: not all of the body
  api.request("POST /v1/sessions/{sessionId}/messages", { params, body: {} });
  // @ts-expect-error: more than the body
  api.request("POST /v1/sessions/{sessionId}/messages", { params, body: { text: "", bold: 1 } });
  // @ts-expect-error: the route takes none
  api.request("DELETE /v1/sessions/{sessionId}", { params, body: {} });
});

test("headers are the spec's by name, any other, and none of them at each call", () => {
  const body = { agentId: "agt_1" };
  api.request("POST /v1/sessions", { body });
  api.request("POST /v1/sessions", { body, headers: { "x-organisation": "org_1", "x-own": "1" } });
  api.request("POST /v1/sessions", { body, headers: { "x-trace": "7" } });
  api.request("GET /v1/sessions", { headers: { "accept-language": "de" } });
  // @ts-expect-error: no number as text
  api.request("POST /v1/sessions", { body, headers: { "x-trace": "seven" } });
  // @ts-expect-error: a header is text
  api.request("POST /v1/sessions", { body, headers: { "x-trace": 7 } });
});

test("the result is the JSON of the answers that are successes, and null where there is none", async () => {
  expectTypeOf(api.request("GET /v1/sessions")).resolves.toEqualTypeOf<Schemas["SessionPage"]>();
  expectTypeOf(api.request("DELETE /v1/sessions/{sessionId}", { params })).resolves.toBeNull();
  const body = { text: "hi" };
  const said = await api.request("POST /v1/sessions/{sessionId}/messages", { params, body });
  expectTypeOf(said).toEqualTypeOf<Schemas["Message"] | Schemas["Pending"] | null>();
});

test("what the result is assigned to does not decide what it is", async () => {
  // @ts-expect-error: a session has no count
  const session: { count: number } = await api.request("GET /v1/sessions/{sessionId}", { params });
  return session;
});

test("a schema wins, and so does a type that is named", () => {
  const schema = z.object({ id: z.string() });
  expectTypeOf(
    api.request("GET /v1/sessions/{sessionId}", { params, schema }),
  ).resolves.toEqualTypeOf<{ id: string }>();
  expectTypeOf(api.request<"GET /v1/sessions", string>("GET /v1/sessions")).resolves.toBeString();
});

test("what is no part of a spec is as it was", () => {
  const { signal } = new AbortController();
  api.request("GET /v1/sessions", { signal, retry: false, timeoutMs: 1, credentials: false });
  api.request("POST /v1/sessions", { body: { agentId: "agt_1" }, idempotencyKey: true });
  // @ts-expect-error: an unknown setting
  api.request("GET /v1/sessions", { timeout: 1 });
  // @ts-expect-error: no baseUrl
  createApi<paths>({});
});

test("an API with a spec is an API, which takes any route again", () => {
  const any: Api = api;
  any.request("GET /internal/{id}", { params: { id: 1 }, query: { a: 1 } });
  internalsOf(api);
});

test("an API is not one with another spec, nor one without any", () => {
  const part = createApi<Pick<paths, "/v1/sessions">>({ baseUrl: "/" });
  // @ts-expect-error: the other has routes that it has not
  const whole: typeof api = part;
  // @ts-expect-error: any route would be one of the spec's
  const typed: typeof api = internalsOf(part);
  return [whole, typed];
});
