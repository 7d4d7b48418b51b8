/** Specs that are none, and those of the generator's older version. Checked by `tsc`, never run. */
import { expectTypeOf, test } from "vitest";
import { createApi } from "../../src/fetcher/create-api.ts";
import type { CodeOf } from "../../src/openapi/code-of.ts";
import type { OutputOf } from "../../src/openapi/spec-output.ts";

const options = { baseUrl: "/" };

test("what is no spec is refused where the API is made", () => {
  // @ts-expect-error
  // biome-ignore lint/suspicious/noExplicitAny: what a missing file's types are
  createApi<any>(options);
  // @ts-expect-error
  createApi<unknown>(options);
  // @ts-expect-error
  createApi<never>(options);
  // @ts-expect-error
  createApi<Record<never, never>>(options);
  // @ts-expect-error: what the generator writes of a document without paths
  createApi<Record<string, never>>(options);
  // @ts-expect-error: another generator's
  createApi<{ getSession: (id: string) => Promise<unknown> }>(options);
  // @ts-expect-error: paths of another form
  createApi<{ "/v1/sessions": { GET: { response: string } } }>(options);
  // @ts-expect-error: all that the generator writes, not its paths
  createApi<{ paths: { "/a": { get: { responses: { 200: { content: never } } } } } }>(options);
});

/** As openapi-typescript 6 writes it: methods that are not there are left out, and what has no body says never. */
interface OlderPaths {
  "/v1/sessions/{sessionId}": {
    get: {
      parameters: { query?: { fields?: string }; path: { sessionId: string } };
      responses: {
        200: { content: { "application/json": { id: string } } };
        404: { content: { "application/json": { error: { code: "SESSION_NOT_FOUND" } } } };
      };
    };
    delete: { parameters: { path: { sessionId: string } }; responses: { 204: { content: never } } };
  };
  "/v1/sessions": {
    post: {
      requestBody: { content: { "application/json": { agentId: string } } };
      responses: { 201: { content: { "application/json": { id: string } } } };
    };
  };
}

test("what openapi-typescript 6 wrote is a spec too", () => {
  const api = createApi<OlderPaths>(options);
  api.request("GET /v1/sessions/{sessionId}", { params: { sessionId: "a" }, query: {} });
  api.request("POST /v1/sessions", { body: { agentId: "a" } });
  expectTypeOf<OutputOf<OlderPaths, "DELETE /v1/sessions/{sessionId}">>().toBeNull();
  expectTypeOf<CodeOf<OlderPaths>>().toEqualTypeOf<"SESSION_NOT_FOUND">();
  // @ts-expect-error: no body
  api.request("POST /v1/sessions");
  // @ts-expect-error: a method that the path has not
  api.request("PUT /v1/sessions", { body: { agentId: "a" } });
});
