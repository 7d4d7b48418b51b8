/** What a registered spec makes of the hooks. Checked by `tsc`, never run. */
import { type InfiniteData, skipToken } from "@tanstack/react-query";
import {
  type Api,
  apiQueryOptions,
  createApi,
  useApi,
  useApiInfiniteQuery,
  useApiMutation,
  useApiQuery,
  useApiSuspenseQuery,
} from "react-recourse";
import { expectTypeOf, test } from "vitest";
import * as z from "zod/mini";
import type { components, paths } from "../generated/sessions.ts";

type Schemas = components["schemas"];
type Session = Schemas["Session"];

const params = { sessionId: "ses_1" };
declare const other: Api;

test("a query's route, request and data are the spec's", () => {
  const query = useApiQuery("GET /v1/sessions/{sessionId}", { params });
  expectTypeOf(query.data).toEqualTypeOf<Session | undefined>();
  const suspense = useApiSuspenseQuery("GET /v1/sessions/{sessionId}", { params });
  expectTypeOf(suspense.data).toEqualTypeOf<Session>();
  expectTypeOf(useApiSuspenseQuery("GET /v1/sessions").data.items).toEqualTypeOf<Session[]>();
  const skipped = useApiQuery("GET /v1/sessions/{sessionId}", skipToken);
  expectTypeOf(skipped.data).toEqualTypeOf<Session | undefined>();

  // @ts-expect-error: a misspelt route
  useApiQuery("GET /v1/session");
  // @ts-expect-error: the same in suspense
  useApiSuspenseQuery("GET /v1/session");
  // @ts-expect-error: no params
  useApiQuery("GET /v1/sessions/{sessionId}");
  // @ts-expect-error: no params
  useApiQuery("GET /v1/sessions/{sessionId}", {});
  // @ts-expect-error: a misspelt name in the query
  useApiQuery("GET /v1/sessions", { query: { limt: 1 } });
  // @ts-expect-error: suspense cannot skip
  useApiSuspenseQuery("GET /v1/sessions/{sessionId}", skipToken);
});

test("a schema wins, and a selection is given what the spec says", () => {
  const schema = z.object({ id: z.string() });
  const query = useApiQuery("GET /v1/sessions/{sessionId}", { params, schema });
  expectTypeOf(query.data).toEqualTypeOf<{ id: string } | undefined>();
  const selected = useApiQuery(
    "GET /v1/sessions/{sessionId}",
    { params },
    { select: (session) => session.state },
  );
  expectTypeOf(selected.data).toEqualTypeOf<Session["state"] | undefined>();
  const checked = useApiQuery(
    "GET /v1/sessions/{sessionId}",
    { params, schema },
    { select: ({ id }) => id.length },
  );
  expectTypeOf(checked.data).toEqualTypeOf<number | undefined>();
  const suspense = useApiSuspenseQuery(
    "GET /v1/sessions",
    {},
    { select: ({ items }) => items.length },
  );
  expectTypeOf(suspense.data).toEqualTypeOf<number>();
  useApiQuery("GET /v1/sessions", {}, { enabled: ({ state }) => state.data?.items.length === 0 });

  // @ts-expect-error: a selection of something else
  useApiQuery("GET /v1/sessions", {}, { select: (text: string) => text.length });
  // @ts-expect-error: no session is a number
  useApiQuery("GET /v1/sessions/{sessionId}", { params }, { placeholderData: 7 });
});

test("an infinite query's pages are the spec's", () => {
  const query = useApiInfiniteQuery(
    "GET /v1/sessions/{sessionId}/messages",
    { params, pageQuery: (page: number) => ({ page }) },
    { initialPageParam: 1, getNextPageParam: (page) => page.next },
  );
  expectTypeOf(query.data).toEqualTypeOf<
    InfiniteData<Schemas["MessagePage"], number> | undefined
  >();
});

test("a mutation's variables and output are the spec's", () => {
  const open = useApiMutation("POST /v1/sessions");
  open.mutate({ body: { agentId: "agt_1" } });
  expectTypeOf(open.data).toEqualTypeOf<Session | undefined>();
  expectTypeOf(open.mutateAsync({ body: { agentId: "" } })).resolves.toEqualTypeOf<Session>();
  const remove = useApiMutation("DELETE /v1/sessions/{sessionId}");
  expectTypeOf(remove.mutateAsync({ params })).resolves.toBeNull();

  // @ts-expect-error: no body
  open.mutate({});
  // @ts-expect-error: nothing at all
  open.mutate();
  // @ts-expect-error: a misspelt route
  useApiMutation("POST /v1/session");
});

test("another API's routes are its own", () => {
  const api = createApi<Pick<paths, "/v1/sessions">>({ baseUrl: "/other" });
  expectTypeOf(useApiQuery("GET /v1/sessions", {}, { api }).data).toEqualTypeOf<
    Schemas["SessionPage"] | undefined
  >();
  // @ts-expect-error: it has no such route
  useApiQuery("GET /v1/sessions/{sessionId}", { params }, { api });
  const untyped = useApiQuery("GET /internal/{id}", { params: { id: 7 } }, { api: other });
  expectTypeOf(untyped.data).toBeUnknown();
  const Health = z.object({ up: z.boolean() });
  const health = useApiQuery("GET /health", { schema: Health }, { api: other });
  expectTypeOf(health.data).toEqualTypeOf<{ up: boolean } | undefined>();
  other.request("GET /health");
  apiQueryOptions(other, "GET /health");
});

test("the API of the provider has the spec", () => {
  const api = useApi();
  api.request("GET /v1/sessions");
  apiQueryOptions(api, "GET /v1/sessions/{sessionId}", { params });
  // @ts-expect-error: a misspelt route
  api.request("GET /v1/session");
});
