import {
  hashKey,
  type QueryFunctionContext,
  queryOptions,
  type SkipToken,
  skipToken,
  type UndefinedInitialDataOptions,
} from "@tanstack/react-query";
import type { ApiError } from "../error/api-error.ts";
import type { Route, WellFormed } from "../error/route-form.ts";
import type { RequestSettings } from "../fetcher/api-options.ts";
import { type Api, internalsOf } from "../fetcher/create-api.ts";
import type { WithBody, WithParams } from "../fetcher/route.ts";
import { apiAttempt, clientsRetry } from "./api-attempt.ts";
import { type ApiQueryKey, apiQueryKey } from "./api-query-key.ts";
import type { AttemptRequest } from "./begun-request.ts";
import { callbackGuard } from "./callback-guard.ts";
import { toQueryData } from "./query-data.ts";
import { retryByPolicy } from "./retry-by-policy.ts";

/** A request without its `signal`, which is TanStack Query's. */
export type QueryRequest<R extends Route, Output> = Omit<RequestSettings<Output>, "signal"> &
  WithParams<R> &
  WithBody<R>;

/** TanStack Query's options without those that are made here; waits are set by the request's `retry`. */
export type ApiQuerySettings<Output, Data = Output> = Omit<
  UndefinedInitialDataOptions<Output, ApiError, Data, ApiQueryKey>,
  "queryKey" | "queryFn" | "retryDelay"
>;

/** The request may be left out exactly when the route has no parameters; `skipToken` waits until there is one. */
export type QueryArgs<R extends Route, Output, Settings> =
  Record<never, never> extends WithParams<R>
    ? [request?: QueryRequest<R, Output> | SkipToken, options?: Settings]
    : [request: QueryRequest<R, Output> | SkipToken, options?: Settings];

/**
 * TanStack Query options for a request, for `useQuery`, `useQueries`, `usePrefetchQuery` and loaders. A loader that takes
 * what is there, and else fetches it:
 *
 * ```ts
 * const options = apiQueryOptions(api, "GET /v1/sessions", { schema: Sessions });
 * await queryClient.query({ ...options, staleTime: "static" }); // before 5.102: ensureQueryData(options)
 * ```
 */
export function apiQueryOptions<R extends Route, Output = unknown, Data = Output>(
  api: Api,
  route: WellFormed<R>,
  ...[request, options = {}]: QueryArgs<R, Output, ApiQuerySettings<Output, Data>>
) {
  const { retry, select, ...rest } = options;
  const { guardedSelect } = callbackGuard(api, route);
  const sent = request === skipToken || request === undefined ? {} : request;
  const made = requestOptions<Output>(api, route, sent, retry);
  const queryFn: SkipToken | typeof made.queryFn = request === skipToken ? skipToken : made.queryFn;
  return queryOptions<Output, ApiError, Data, ApiQueryKey>({
    ...rest,
    ...(select && { select: guardedSelect(select) }),
    ...made,
    queryFn,
  });
}

/** What suspense and plain queries share: key, function and retry of a request. */
export function requestOptions<Output>(
  api: Api,
  route: Route,
  request: AttemptRequest<Output>,
  ownRetry: ApiQuerySettings<Output>["retry"],
) {
  const { rules, retrying } = retryByPolicy(api, request, ownRetry);
  return {
    queryKey: apiQueryKey(internalsOf(api), route, request),
    async queryFn({
      client,
      queryKey,
      signal,
    }: QueryFunctionContext<ApiQueryKey>): Promise<Output> {
      const answer: Output = await apiAttempt(
        { api, route, request },
        {
          token: signal,
          signal,
          client,
          rules,
          clients: clientsRetry(client, { queryKey }),
          queryHash: hashKey(queryKey),
        },
      );
      return toQueryData(answer);
    },
    ...retrying,
  };
}
