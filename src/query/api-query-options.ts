import {
  type DataTag,
  hashKey,
  type QueryFunctionContext,
  queryOptions,
  type SkipToken,
  skipToken,
  type UndefinedInitialDataOptions,
  type UnusedSkipTokenOptions,
} from "@tanstack/react-query";
import type { ApiError } from "../error/api-error.ts";
import type { Route } from "../error/route-form.ts";
import { type Api, internalsOf } from "../fetcher/api.ts";
import type { CallSettings, RequestSettings } from "../fetcher/api-options.ts";
import type { WithBody, WithParams } from "../fetcher/route.ts";
import type {
  SelectedData,
  SelectionOf,
  SettledOutput,
  Uninferred,
  Unset,
} from "../openapi/settled-output.ts";
import type { NoSpec, RouteArg, RouteOf } from "../openapi/spec.ts";
import type { NeedsNothing, SpecInput } from "../openapi/spec-input.ts";
import { apiAttempt, clientsRetry } from "./api-attempt.ts";
import { type ApiQueryKey, apiQueryKey } from "./api-query-key.ts";
import type { AttemptRequest } from "./begun-request.ts";
import { callbackGuard } from "./callback-guard.ts";
import { toQueryData } from "./query-data.ts";
import { retryByPolicy } from "./retry-by-policy.ts";

/** A request. Its `signal` comes from TanStack Query. */
export type QueryRequest<R extends string, Output> = Omit<RequestSettings<Output>, "signal"> &
  WithParams<R> &
  WithBody<R>;

type SpecRequest<Paths, R extends string, Output> = [Paths] extends [NoSpec]
  ? QueryRequest<R, Output>
  : Omit<CallSettings<Output>, "signal"> & SpecInput<Paths, R>;

/** Whether a route may be called without a request: by the API's spec, or by its own parameters. */
type MayBeLeftOut<Paths, R extends string> = [Paths] extends [NoSpec]
  ? Record<never, never> extends WithParams<R>
    ? true
    : false
  : NeedsNothing<Paths, R>;

/** TanStack Query's options, without those that are made from the request. The request's `retry` sets `retryDelay`. */
export type ApiQuerySettings<Output, Data = Output> = Omit<
  UndefinedInitialDataOptions<Output, ApiError, Data, ApiQueryKey>,
  "queryKey" | "queryFn" | "retryDelay"
>;

/** The same, with the types that are known when the app's callbacks get the output. */
export type QuerySettings<Paths, R, Output, Data, Taken> = ApiQuerySettings<
  SettledOutput<Paths, R, Output, Taken>,
  SelectionOf<Data, SettledOutput<Paths, R, Output, Uninferred<Taken>>>
>;

/** The request may be left out only if the route needs nothing. `skipToken` waits until there is one. */
export type QueryArgs<Paths, R extends string, Output, Settings, Skip = SkipToken> =
  MayBeLeftOut<Paths, R> extends true
    ? [request?: SpecRequest<Paths, R, Output> | Skip, options?: Settings]
    : [request: SpecRequest<Paths, R, Output> | Skip, options?: Settings];

type Tagged<Output> = { queryKey: DataTag<ApiQueryKey, Output, ApiError> };

/**
 * TanStack Query options for a request, for `useQuery`, `useQueries`, `usePrefetchQuery` and loaders. A loader that
 * uses cached data, or fetches it if there is none:
 *
 * ```ts
 * const options = apiQueryOptions(api, "GET /v1/sessions", { schema: Sessions });
 * await queryClient.query({ ...options, staleTime: "static" }); // before 5.102: ensureQueryData(options)
 * ```
 */
export function apiQueryOptions<
  R extends RouteOf<Paths>,
  Output = Unset,
  Data = Unset,
  Paths = NoSpec,
  Taken = unknown,
>(
  api: Api<Paths>,
  route: RouteArg<Paths, R>,
  ...args: QueryArgs<Paths, R, Output, QuerySettings<Paths, R, Output, Data, Taken>, never>
): UnusedSkipTokenOptions<
  SettledOutput<Paths, R, Output, Uninferred<Taken>>,
  ApiError,
  SelectedData<Data, SettledOutput<Paths, R, Output, Uninferred<Taken>>>,
  ApiQueryKey
> &
  Tagged<SettledOutput<Paths, R, Output, Uninferred<Taken>>>;
export function apiQueryOptions<
  R extends RouteOf<Paths>,
  Output = Unset,
  Data = Unset,
  Paths = NoSpec,
  Taken = unknown,
>(
  api: Api<Paths>,
  route: RouteArg<Paths, R>,
  ...args: QueryArgs<Paths, R, Output, QuerySettings<Paths, R, Output, Data, Taken>>
): UndefinedInitialDataOptions<
  SettledOutput<Paths, R, Output, Uninferred<Taken>>,
  ApiError,
  SelectedData<Data, SettledOutput<Paths, R, Output, Uninferred<Taken>>>,
  ApiQueryKey
> &
  Tagged<SettledOutput<Paths, R, Output, Uninferred<Taken>>>;
export function apiQueryOptions(
  api: Api,
  route: Route,
  ...[request, options = {}]: QueryArgs<NoSpec, Route, unknown, ApiQuerySettings<unknown>>
) {
  const { retry, select, ...rest } = options;
  const { guardedSelect } = callbackGuard(api, route);
  const sent = request === skipToken || request === undefined ? {} : request;
  const made = requestOptions(api, route, sent, retry);
  const queryFn: SkipToken | typeof made.queryFn = request === skipToken ? skipToken : made.queryFn;
  return queryOptions<unknown, ApiError, unknown, ApiQueryKey>({
    ...rest,
    ...(select && { select: guardedSelect(select) }),
    ...made,
    queryFn,
  });
}

/** What suspense queries and plain ones share: a request's key, function and retry options. */
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
