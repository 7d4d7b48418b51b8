/** What must compile and what must not, of the hooks and the option factories. Checked by `tsc`, never run. */
import "../../src/register.ts";
import {
  type InfiniteData,
  QueryClient,
  skipToken,
  useMutation,
  usePrefetchInfiniteQuery,
  usePrefetchQuery,
  useQueries,
  useQuery,
  useSuspenseInfiniteQuery,
  useSuspenseQueries,
  useSuspenseQuery,
} from "@tanstack/react-query";
import { expectTypeOf, test } from "vitest";
import * as z from "zod/mini";
import type { ApiError } from "../../src/error/api-error.ts";
import type { Api } from "../../src/fetcher/api.ts";
import { apiInfiniteQueryOptions } from "../../src/query/api-infinite-query-options.ts";
import { apiMutationOptions } from "../../src/query/api-mutation-options.ts";
import { apiQueryKey } from "../../src/query/api-query-key.ts";
import { apiQueryOptions } from "../../src/query/api-query-options.ts";
import { useApiInfiniteQuery } from "../../src/query/useApiInfiniteQuery.ts";
import { useApiMutation } from "../../src/query/useApiMutation.ts";
import { useApiQuery } from "../../src/query/useApiQuery.ts";
import { useApiSuspenseQuery } from "../../src/query/useApiSuspenseQuery.ts";

declare const api: Api;
const Session = z.object({ id: z.string(), count: z.number() });
type Session = z.infer<typeof Session>;
const params = { id: "s1" };

test("the schema types a query's result, and the error is an ApiError", () => {
  const query = useApiQuery("GET /v1/sessions/{id}", { params, schema: Session });
  expectTypeOf(query.data).toEqualTypeOf<Session | undefined>();
  expectTypeOf(query.error).toEqualTypeOf<ApiError | null>();
  expectTypeOf(query.failureReason).toEqualTypeOf<ApiError | null>();

  const suspense = useApiSuspenseQuery("GET /v1/sessions/{id}", { params, schema: Session });
  expectTypeOf(suspense.data).toEqualTypeOf<Session>();

  const untyped = useApiQuery("GET /v1/sessions");
  expectTypeOf(untyped.data).toEqualTypeOf<unknown>();
});

test("select types a query's result", () => {
  const settings = { select: (session: Session) => session.count };
  const query = useApiQuery("GET /v1/x", { schema: Session }, settings);
  expectTypeOf(query.data).toEqualTypeOf<number | undefined>();
  const suspense = useApiSuspenseQuery("GET /v1/x", { schema: Session }, settings);
  expectTypeOf(suspense.data).toEqualTypeOf<number>();

  // @ts-expect-error: of another type than the schema's
  useApiQuery("GET /v1/x", { schema: Session }, { select: (text: string) => text.length });
});

test("params are required exactly when the route has parameters", () => {
  useApiQuery("GET /v1/sessions");
  useApiQuery("GET /v1/sessions/{id}", skipToken);
  useApiQuery("GET /v1/sessions", skipToken);
  useApiSuspenseQuery("GET /v1/sessions");

  // @ts-expect-error: no request at all
  useApiQuery("GET /v1/sessions/{id}");
  // @ts-expect-error: no request at all
  useApiSuspenseQuery("GET /v1/sessions/{id}");
  // @ts-expect-error: a request without params
  useApiQuery("GET /v1/sessions/{id}", {});
  // @ts-expect-error: another name
  useApiQuery("GET /v1/sessions/{id}", { params: { sessionId: "s1" } });
  // @ts-expect-error: the route has none
  useApiQuery("GET /v1/sessions", { params });
  // @ts-expect-error: suspense cannot skip
  useApiSuspenseQuery("GET /v1/sessions", skipToken);
  // @ts-expect-error: no request at all
  apiQueryOptions(api, "GET /v1/sessions/{id}");
});

test("what the kit makes itself cannot be given", () => {
  // @ts-expect-error: the key
  useApiQuery("GET /v1/x", {}, { queryKey: ["x"] });
  // @ts-expect-error: the function
  useApiQuery("GET /v1/x", {}, { queryFn: () => 1 });
  // @ts-expect-error: the wait, which the policy sets
  useApiQuery("GET /v1/x", {}, { retryDelay: 1 });
  // @ts-expect-error: the signal, which is TanStack Query's
  useApiQuery("GET /v1/x", { signal: AbortSignal.abort() });
  // @ts-expect-error: the key
  useApiSuspenseQuery("GET /v1/x", {}, { queryKey: ["x"] });
  // @ts-expect-error: the wait
  useApiSuspenseQuery("GET /v1/x", {}, { retryDelay: 1 });
  // @ts-expect-error: the function
  useApiMutation("POST /v1/x", {}, { mutationFn: async () => 1 });
  // @ts-expect-error: the wait
  useApiMutation("POST /v1/x", {}, { retryDelay: 1 });
  useApiQuery("GET /v1/plans", { credentials: false });
  useApiMutation("POST /v1/login", { credentials: false });
  // @ts-expect-error: fetch's word for it
  useApiMutation("POST /v1/login", { credentials: "omit" });
  // @ts-expect-error: a body belongs to the call
  useApiMutation("POST /v1/x", { body: {} });
  // @ts-expect-error: a query belongs to the call
  useApiMutation("POST /v1/x", { query: {} });
  // @ts-expect-error: nothing could abort it
  useApiMutation("POST /v1/x", { signal: AbortSignal.abort() });
});

test("an own retry is asked with the ApiError", () => {
  useApiQuery(
    "GET /v1/x",
    {},
    {
      retry: (failureCount, error) => {
        expectTypeOf(failureCount).toEqualTypeOf<number>();
        expectTypeOf(error).toEqualTypeOf<ApiError>();
        return true;
      },
    },
  );
  // @ts-expect-error: the policy's own form goes into the request
  useApiQuery("GET /v1/x", {}, { retry: { maxAttempts: 2 } });
  useApiQuery("GET /v1/x", { retry: { maxAttempts: 2 } });
});

test("an infinite query knows its pages and what tells them apart", () => {
  const Page = z.object({ items: z.array(z.string()), next: z.nullable(z.string()) });
  const settings = {
    initialPageParam: null,
    getNextPageParam: (page: z.infer<typeof Page>) => page.next,
  };
  const request = { schema: Page, pageQuery: (cursor: string | null) => ({ cursor }) };
  const query = useApiInfiniteQuery("GET /v1/x", request, settings);
  expectTypeOf(query.data).toEqualTypeOf<
    InfiniteData<z.infer<typeof Page>, string | null> | undefined
  >();
  expectTypeOf(query.error).toEqualTypeOf<ApiError | null>();
  apiInfiniteQueryOptions(api, "GET /v1/x", request, settings);

  // @ts-expect-error: nothing says where the page goes
  useApiInfiniteQuery("GET /v1/x", { schema: Page }, settings);
  // @ts-expect-error: nothing says which page comes first
  useApiInfiniteQuery("GET /v1/x", request, { getNextPageParam: () => null });
  // @ts-expect-error: no params
  useApiInfiniteQuery("GET /v1/x/{id}", request, settings);
  // @ts-expect-error: the key
  useApiInfiniteQuery("GET /v1/x", request, { ...settings, queryKey: ["x"] });
});

test("a mutation's variables are required exactly when the route has parameters", () => {
  const free = useApiMutation("POST /v1/logout");
  free.mutate();
  free.mutate({ body: { a: 1 }, query: { b: 2 }, idempotencyKey: true });
  free.mutate(undefined, { onError: (error) => expectTypeOf(error).toEqualTypeOf<ApiError>() });

  const bound = useApiMutation("POST /v1/sessions/{id}/messages", { schema: Session });
  bound.mutate({ params, body: { text: "hi" } });
  expectTypeOf(bound.data).toEqualTypeOf<Session | undefined>();
  expectTypeOf(bound.error).toEqualTypeOf<ApiError | null>();
  expectTypeOf(bound.mutateAsync({ params })).resolves.toEqualTypeOf<Session>();

  // @ts-expect-error: nothing at all
  bound.mutate();
  // @ts-expect-error: nothing but undefined
  bound.mutate(undefined);
  // @ts-expect-error: no params
  bound.mutate({ body: {} });
  // @ts-expect-error: another name
  bound.mutate({ params: { sessionId: "s1" } });
  // @ts-expect-error: headers belong to the hook
  bound.mutate({ params, headers: {} });
  // @ts-expect-error: the route has no params
  free.mutate({ params });
});

test("a mutation's callbacks know what onMutate gave", () => {
  useApiMutation(
    "POST /v1/x",
    { schema: Session },
    {
      onMutate: () => ({ undo: "u" }),
      onSuccess: (session) => expectTypeOf(session).toEqualTypeOf<Session>(),
      onError: (error, _variables, given) => {
        expectTypeOf(error).toEqualTypeOf<ApiError>();
        expectTypeOf(given).toEqualTypeOf<{ undo: string } | undefined>();
      },
    },
  );
});

test("the factories fit TanStack Query's own hooks and client", async () => {
  const options = apiQueryOptions(api, "GET /v1/x", { schema: Session });
  expectTypeOf(useQuery(options).data).toEqualTypeOf<Session | undefined>();
  expectTypeOf(useQuery(options).error).toEqualTypeOf<ApiError | null>();
  expectTypeOf(useQueries({ queries: [options] })[0].data).toEqualTypeOf<Session | undefined>();
  const client = new QueryClient();
  expectTypeOf(await client.fetchQuery(options)).toEqualTypeOf<Session>();
  expectTypeOf(client.getQueryData(options.queryKey)).toEqualTypeOf<Session | undefined>();
  client.invalidateQueries({ queryKey: apiQueryKey(api, "GET /v1/x") });
  const mutation = apiMutationOptions(api, "PUT /v1/x/{id}", { schema: Session });
  useMutation(mutation).mutate({ params });
  // @ts-expect-error: no params
  useMutation(mutation).mutate({});
});

test("a factory's options fit suspense and prefetching, unless they may be skipped", async () => {
  const options = apiQueryOptions(api, "GET /v1/x", { schema: Session });
  expectTypeOf(useSuspenseQuery(options).data).toEqualTypeOf<Session>();
  expectTypeOf(useSuspenseQueries({ queries: [options] })[0].data).toEqualTypeOf<Session>();
  usePrefetchQuery(options);
  const client = new QueryClient();
  await client.prefetchQuery(options);
  expectTypeOf(await client.ensureQueryData(options)).toEqualTypeOf<Session>();
  useSuspenseQuery(apiQueryOptions(api, "GET /v1/x"));
  const settings = { select: (session: Session) => session.count };
  const selected = apiQueryOptions(api, "GET /v1/x", { schema: Session }, settings);
  expectTypeOf(useSuspenseQuery(selected).data).toEqualTypeOf<number>();

  const skipped = apiQueryOptions(api, "GET /v1/x", skipToken);
  useQuery(skipped);
  // @ts-expect-error: suspense cannot skip
  useSuspenseQuery(skipped);
  // @ts-expect-error: nor can a prefetch
  usePrefetchQuery(skipped);
});

test("an infinite factory's options fit suspense and prefetching", () => {
  const request = { pageQuery: (page: number) => ({ page }) };
  const settings = { initialPageParam: 1, getNextPageParam: () => 2 };
  const options = apiInfiniteQueryOptions(api, "GET /v1/x", request, settings);
  useSuspenseInfiniteQuery(options);
  usePrefetchInfiniteQuery(options);
});

test("react-recourse/register types the errors of TanStack Query's own hooks", () => {
  const query = useQuery({ queryKey: ["x"], queryFn: () => 1 });
  expectTypeOf(query.error).toEqualTypeOf<ApiError | null>();
  const mutation = useMutation({ mutationFn: async () => 1 });
  expectTypeOf(mutation.error).toEqualTypeOf<ApiError | null>();
  const suspense = useSuspenseQuery({ queryKey: ["x"], queryFn: () => 1 });
  expectTypeOf(suspense.error).toEqualTypeOf<ApiError | null>();
});
