/** What a spec makes of the hooks and the option factories, without one that is registered. Checked by `tsc`, never run. */
import {
  type InfiniteData,
  QueryClient,
  skipToken,
  useInfiniteQuery,
  useMutation,
  usePrefetchQuery,
  useQueries,
  useQuery,
  useSuspenseQueries,
  useSuspenseQuery,
} from "@tanstack/react-query";
import { expectTypeOf, test } from "vitest";
import * as z from "zod/mini";
import type { ApiError } from "../../src/error/api-error.ts";
import type { Api } from "../../src/fetcher/api.ts";
import { createApi } from "../../src/fetcher/create-api.ts";
import { apiInfiniteQueryOptions } from "../../src/query/api-infinite-query-options.ts";
import { apiMutationOptions } from "../../src/query/api-mutation-options.ts";
import { apiQueryKey } from "../../src/query/api-query-key.ts";
import { apiQueryOptions } from "../../src/query/api-query-options.ts";
import { useApiInfiniteQuery } from "../../src/query/useApiInfiniteQuery.ts";
import { useApiMutation } from "../../src/query/useApiMutation.ts";
import { useApiQuery } from "../../src/query/useApiQuery.ts";
import { useApiSuspenseQuery } from "../../src/query/useApiSuspenseQuery.ts";
import type { components, paths } from "./generated/sessions.ts";

type Schemas = components["schemas"];
type Session = Schemas["Session"];

const api = createApi<paths>({ baseUrl: "/" });
declare const open: Api;
const params = { sessionId: "ses_1" };
const client = new QueryClient();

test("a factory's options fit every hook of TanStack Query and its client", async () => {
  const options = apiQueryOptions(api, "GET /v1/sessions/{sessionId}", { params });
  expectTypeOf(useQuery(options).data).toEqualTypeOf<Session | undefined>();
  expectTypeOf(useQuery(options).error).toEqualTypeOf<ApiError | null>();
  expectTypeOf(useSuspenseQuery(options).data).toEqualTypeOf<Session>();
  expectTypeOf(useQueries({ queries: [options] })[0].data).toEqualTypeOf<Session | undefined>();
  expectTypeOf(useSuspenseQueries({ queries: [options] })[0].data).toEqualTypeOf<Session>();
  usePrefetchQuery(options);
  await client.prefetchQuery(options);
  expectTypeOf(await client.ensureQueryData(options)).toEqualTypeOf<Session>();
  expectTypeOf(await client.fetchQuery(options)).toEqualTypeOf<Session>();
  expectTypeOf(client.getQueryData(options.queryKey)).toEqualTypeOf<Session | undefined>();
  client.invalidateQueries({ queryKey: apiQueryKey(api, "GET /v1/sessions") });
  apiQueryKey(open, "GET /v1/whatever");
  // @ts-expect-error: a misspelt route, which would match nothing
  apiQueryKey(api, "GET /v1/session");
});

test("what may be skipped cannot be waited for", () => {
  const request = params.sessionId === "" ? skipToken : { params };
  const options = apiQueryOptions(api, "GET /v1/sessions/{sessionId}", request);
  expectTypeOf(useQuery(options).data).toEqualTypeOf<Session | undefined>();
  // @ts-expect-error: suspense cannot skip
  useSuspenseQuery(options);
  // @ts-expect-error: nor can a prefetch
  usePrefetchQuery(options);
});

test("a selection types the data, of a factory's options too", async () => {
  const settings = { select: (session: Session) => session.state };
  const options = apiQueryOptions(api, "GET /v1/sessions/{sessionId}", { params }, settings);
  expectTypeOf(useQuery(options).data).toEqualTypeOf<Session["state"] | undefined>();
  expectTypeOf(useSuspenseQuery(options).data).toEqualTypeOf<Session["state"]>();
  expectTypeOf(await client.ensureQueryData(options)).toEqualTypeOf<Session>();
  const inline = apiQueryOptions(api, "GET /v1/sessions", {}, { select: (page) => page.items });
  expectTypeOf(useQuery(inline).data).toEqualTypeOf<Session[] | undefined>();
});

test("the API that a hook is given types its call", () => {
  const query = useApiQuery("GET /v1/sessions/{sessionId}", { params }, { api });
  expectTypeOf(query.data).toEqualTypeOf<Session | undefined>();
  expectTypeOf(query.error).toEqualTypeOf<ApiError | null>();
  const suspense = useApiSuspenseQuery("GET /v1/sessions/{sessionId}", { params }, { api });
  expectTypeOf(suspense.data).toEqualTypeOf<Session>();
  const selected = useApiQuery("GET /v1/sessions", {}, { api, select: ({ items }) => items });
  expectTypeOf(selected.data).toEqualTypeOf<Session[] | undefined>();
  const skipped = useApiQuery("GET /v1/sessions/{sessionId}", skipToken, { api });
  expectTypeOf(skipped.data).toEqualTypeOf<Session | undefined>();
  const schema = z.object({ id: z.string() });
  const checked = useApiQuery("GET /v1/sessions/{sessionId}", { params, schema }, { api });
  expectTypeOf(checked.data).toEqualTypeOf<{ id: string } | undefined>();

  // @ts-expect-error: a misspelt route
  useApiQuery("GET /v1/session", {}, { api });
  // @ts-expect-error: no params
  useApiQuery("GET /v1/sessions/{sessionId}", {}, { api });
  // @ts-expect-error: a misspelt name in the query
  useApiQuery("GET /v1/sessions", { query: { limt: 1 } }, { api });
  // @ts-expect-error: a selection of something else
  useApiQuery("GET /v1/sessions", {}, { api, select: (text: string) => text.length });
  // @ts-expect-error: the same in suspense
  useApiSuspenseQuery("GET /v1/sessions", {}, { api, select: (text: string) => text.length });
  // @ts-expect-error: suspense cannot skip
  useApiSuspenseQuery("GET /v1/sessions/{sessionId}", skipToken, { api });
});

test("an infinite query has the spec's pages, and what its query requires may come with them", () => {
  const settings = {
    initialPageParam: 1,
    getNextPageParam: (page: Schemas["MessagePage"]) => page.next,
  };
  const request = { params, pageQuery: (page: number) => ({ page }) };
  const route = "GET /v1/sessions/{sessionId}/messages";
  const query = useApiInfiniteQuery(route, request, { ...settings, api });
  expectTypeOf(query.data).toEqualTypeOf<
    InfiniteData<Schemas["MessagePage"], number> | undefined
  >();
  const inline = useApiInfiniteQuery(
    "GET /v1/sessions",
    { query: { limit: 10 }, pageQuery: (cursor: string | null) => ({ cursor }) },
    { api, initialPageParam: null, getNextPageParam: (page) => page.next },
  );
  expectTypeOf(inline.data?.pages[0]).toEqualTypeOf<Schemas["SessionPage"] | undefined>();
  const options = apiInfiniteQueryOptions(api, route, request, settings);
  expectTypeOf(useInfiniteQuery(options).data?.pages).toEqualTypeOf<
    Schemas["MessagePage"][] | undefined
  >();
  const selected = useApiInfiniteQuery(route, request, {
    ...settings,
    api,
    select: ({ pages }) => pages.flatMap((page) => page.items),
  });
  expectTypeOf(selected.data).toEqualTypeOf<Schemas["Message"][] | undefined>();

  // @ts-expect-error: no params
  useApiInfiniteQuery(route, { pageQuery: request.pageQuery }, { ...settings, api });
  const misspelt = { params, pageQuery: (pge: number) => ({ pge }) };
  // @ts-expect-error: a misspelt name in the page's query
  useApiInfiniteQuery(route, misspelt, { ...settings, api });
});

test("a mutation's variables and output are the spec's", () => {
  const send = useApiMutation("POST /v1/sessions/{sessionId}/messages", {}, { api });
  send.mutate({ params, body: { text: "hi" }, idempotencyKey: true });
  expectTypeOf(send.data).toEqualTypeOf<
    Schemas["Message"] | Schemas["Pending"] | null | undefined
  >();
  const remove = useMutation(apiMutationOptions(api, "DELETE /v1/sessions/{sessionId}"));
  remove.mutate({ params });
  expectTypeOf(remove.data).toEqualTypeOf<null | undefined>();
  const list = useApiMutation("GET /v1/sessions", {}, { api });
  list.mutate();
  useApiMutation("POST /v1/sessions", { headers: { "x-organisation": "org_1" } }, { api });
  useApiMutation(
    "POST /v1/sessions",
    {},
    {
      api,
      onMutate: ({ body }) => body.name,
      onSuccess: (session) => expectTypeOf(session).toEqualTypeOf<Session>(),
      onError: (error, { body }, name) => {
        expectTypeOf(error).toEqualTypeOf<ApiError>();
        expectTypeOf(body).toEqualTypeOf<Schemas["NewSession"]>();
        expectTypeOf(name).toEqualTypeOf<string | undefined>();
      },
    },
  );

  // @ts-expect-error: nothing at all
  send.mutate();
  // @ts-expect-error: no body
  send.mutate({ params });
  // @ts-expect-error: not all of the body
  send.mutate({ params, body: {} });
  // @ts-expect-error: the route takes none
  remove.mutate({ params, body: {} });
  // @ts-expect-error: headers belong to the hook
  send.mutate({ params, body: { text: "hi" }, headers: {} });
  // @ts-expect-error: a misspelt route
  apiMutationOptions(api, "DELETE /v1/session/{sessionId}");
  // @ts-expect-error: of another type than the spec's
  useApiMutation("POST /v1/sessions", {}, { api, onSuccess: (text: string) => text });
});
