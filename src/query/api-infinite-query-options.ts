import {
  type DataTag,
  hashKey,
  type InfiniteData,
  infiniteQueryOptions,
  type UnusedSkipTokenInfiniteOptions,
  type UseInfiniteQueryOptions,
} from "@tanstack/react-query";
import type { ApiError } from "../error/api-error.ts";
import type { Route } from "../error/route-form.ts";
import { type Api, internalsOf } from "../fetcher/api.ts";
import type { CallSettings } from "../fetcher/api-options.ts";
import type { Query } from "../fetcher/route.ts";
import type {
  SelectedData,
  SelectionOf,
  SettledOutput,
  Uninferred,
  Unset,
} from "../openapi/settled-output.ts";
import type { NoSpec, RouteArg, RouteOf } from "../openapi/spec.ts";
import type { SpecBody, SpecHeaders, SpecPageQuery, SpecParams } from "../openapi/spec-input.ts";
import { apiAttempt, clientsRetry } from "./api-attempt.ts";
import { type ApiQueryKey, keyedPart } from "./api-query-key.ts";
import type { QueryRequest } from "./api-query-options.ts";
import type { AttemptRequest } from "./begun-request.ts";
import { callbackGuard } from "./callback-guard.ts";
import { sessionOf } from "./client-session.ts";
import { toQueryData } from "./query-data.ts";
import { retryByPolicy } from "./retry-by-policy.ts";

/** A request, and how to ask for each of its pages. */
export type InfiniteRequest<R extends string, Output, PageParam> = QueryRequest<R, Output> & {
  /** Turns a page parameter into query parameters: `(cursor) => ({ cursor })`. They override those of `query`. */
  pageQuery: (pageParam: PageParam) => Query;
};

/** The same by the API's spec, if it has one: required query parameters may come from `pageQuery`. */
export type InfiniteRequestOf<Paths, R extends string, Output, PageParam> = [Paths] extends [NoSpec]
  ? InfiniteRequest<R, Output, PageParam>
  : Omit<CallSettings<Output>, "signal"> &
      SpecParams<Paths, R> &
      SpecBody<Paths, R> &
      SpecHeaders<Paths, R> & {
        query?: SpecPageQuery<Paths, R>;
        pageQuery: (pageParam: PageParam) => SpecPageQuery<Paths, R>;
      };

export type ApiInfiniteQuerySettings<
  Output,
  PageParam,
  Data = InfiniteData<Output, PageParam>,
> = Omit<
  UseInfiniteQueryOptions<Output, ApiError, Data, ApiQueryKey, PageParam>,
  "queryKey" | "queryFn" | "retryDelay"
>;

/** The settings, with the types that are known when the app's callbacks get the pages. */
export type InfiniteSettings<Paths, R, PageParam, Output, Data, Taken> = ApiInfiniteQuerySettings<
  SettledOutput<Paths, R, Output, Taken>,
  PageParam,
  SelectionOf<Data, InfiniteData<SettledOutput<Paths, R, Output, Uninferred<Taken>>, PageParam>>
>;

/** What `select` makes of the pages, or the pages if there is no `select`. */
export type SelectedPages<Paths, R, PageParam, Output, Data, Taken> = SelectedData<
  Data,
  InfiniteData<SettledOutput<Paths, R, Output, Taken>, PageParam>
>;

/** Options of TanStack Query's `useInfiniteQuery` for a route that answers in pages. */
export function apiInfiniteQueryOptions<
  R extends RouteOf<Paths>,
  PageParam,
  Output = Unset,
  Data = Unset,
  Paths = NoSpec,
  Taken = unknown,
>(
  api: Api<Paths>,
  route: RouteArg<Paths, R>,
  request: InfiniteRequestOf<Paths, R, Output, PageParam>,
  options: InfiniteSettings<Paths, R, PageParam, Output, Data, Taken>,
): UnusedSkipTokenInfiniteOptions<
  SettledOutput<Paths, R, Output, Uninferred<Taken>>,
  ApiError,
  SelectedPages<Paths, R, PageParam, Output, Data, Uninferred<Taken>>,
  ApiQueryKey,
  PageParam
> & {
  queryKey: DataTag<
    ApiQueryKey,
    InfiniteData<SettledOutput<Paths, R, Output, Uninferred<Taken>>, PageParam>,
    ApiError
  >;
};
export function apiInfiniteQueryOptions<PageParam>(
  api: Api,
  route: Route,
  request: InfiniteRequestOf<NoSpec, Route, unknown, PageParam>,
  options: ApiInfiniteQuerySettings<unknown, PageParam, unknown>,
) {
  const { retry, select, ...rest } = options;
  const { guardedSelect } = callbackGuard(api, route);
  const queryOf = guardedSelect((pageParam: PageParam) => request.pageQuery(pageParam));
  const page: AttemptRequest<unknown> = request;
  const { rules, retrying } = retryByPolicy(api, request, retry, true);

  return infiniteQueryOptions<unknown, ApiError, unknown, ApiQueryKey, PageParam>({
    ...rest,
    ...(select && { select: guardedSelect(select) }),
    // Pages are stored in another form than a single answer, so the two must not share a key.
    queryKey: [api.name, route, { ...keyedPart(internalsOf(api), request), infinite: true }],
    // The context's type is conditional, and TypeScript leaves it open for a generic page parameter: hence the cast.
    async queryFn({ client, queryKey, signal, pageParam }) {
      const query = { ...page.query, ...queryOf(pageParam as PageParam) };
      const sent = { api, route, request: { ...page, query } };
      // A wrapper of this function may pass another signal each time; the fetch has one promise for all its pages.
      const queryHash = hashKey(queryKey);
      const token = client.getQueryCache().get(queryHash)?.promise ?? signal;
      const answer = await apiAttempt<unknown>(sent, {
        token,
        signal,
        client,
        rules,
        clients: clientsRetry(client, { queryKey }),
        queryHash,
      });
      // The page has come: the next one is another call, even with an equal parameter.
      sessionOf(client).endCall(token);
      return toQueryData(answer);
    },
    ...retrying,
  });
}
