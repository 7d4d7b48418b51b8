import {
  hashKey,
  type InfiniteData,
  infiniteQueryOptions,
  type UseInfiniteQueryOptions,
} from "@tanstack/react-query";
import type { ApiError } from "../error/api-error.ts";
import { toLocalError } from "../error/local-error.ts";
import type { Route, WellFormed } from "../error/route-form.ts";
import { type Api, internalsOf } from "../fetcher/create-api.ts";
import type { Query } from "../fetcher/route.ts";
import { apiAttempt, clientsRetry } from "./api-attempt.ts";
import { type ApiQueryKey, keyedPart } from "./api-query-key.ts";
import type { QueryRequest } from "./api-query-options.ts";
import type { AttemptRequest } from "./begun-request.ts";
import { callbackGuard } from "./callback-guard.ts";
import { sessionOf } from "./client-session.ts";
import { toQueryData } from "./query-data.ts";
import { retryByPolicy } from "./retry-by-policy.ts";

/** A request and where the page goes in it. */
export type InfiniteRequest<R extends Route, Output, PageParam> = QueryRequest<R, Output> & {
  /** Makes a page parameter query parameters: `(cursor) => ({ cursor })`. They are laid over `query`. */
  pageQuery: (pageParam: PageParam) => Query;
};

export type ApiInfiniteQuerySettings<
  Output,
  PageParam,
  Data = InfiniteData<Output, PageParam>,
> = Omit<
  UseInfiniteQueryOptions<Output, ApiError, Data, ApiQueryKey, PageParam>,
  "queryKey" | "queryFn" | "retryDelay"
>;

/** TanStack Query options for a route that gives its answer in pages. */
export function apiInfiniteQueryOptions<
  R extends Route,
  PageParam,
  Output = unknown,
  Data = InfiniteData<Output, PageParam>,
>(
  api: Api,
  route: WellFormed<R>,
  request: InfiniteRequest<R, Output, PageParam>,
  options: ApiInfiniteQuerySettings<Output, PageParam, Data>,
) {
  const { retry, select, ...rest } = options;
  const { guardedSelect } = callbackGuard(api, route);
  const page: AttemptRequest<Output> = request;
  const { rules, retrying } = retryByPolicy(api, request, retry, true);

  function queryOf(pageParam: PageParam): Query {
    try {
      return request.pageQuery(pageParam);
    } catch (thrown) {
      const error = toLocalError(thrown);
      internalsOf(api).report(error);
      throw error;
    }
  }

  return infiniteQueryOptions<Output, ApiError, Data, ApiQueryKey, PageParam>({
    ...rest,
    ...(select && { select: guardedSelect(select) }),
    // Pages are kept in another form than a single answer, so that the two must not meet under one key.
    queryKey: [api.name, route, { ...keyedPart(internalsOf(api), request), infinite: true }],
    // The context's type is a conditional one, which TypeScript leaves open for a generic page parameter: hence the cast.
    async queryFn({ client, queryKey, signal, pageParam }) {
      const query = { ...page.query, ...queryOf(pageParam as PageParam) };
      const sent = { api, route, request: { ...page, query } };
      // Whoever wraps this function may give another signal each time; the fetch's promise is one over all its pages.
      const queryHash = hashKey(queryKey);
      const token = client.getQueryCache().get(queryHash)?.promise ?? signal;
      const answer = await apiAttempt<Output>(sent, {
        token,
        signal,
        client,
        rules,
        clients: clientsRetry(client, { queryKey }),
        queryHash,
      });
      // A page is asked for until it has come, whatever its parameter is made of; the next is a call of its own.
      sessionOf(client).endCall(token);
      return toQueryData(answer);
    },
    ...retrying,
  });
}
