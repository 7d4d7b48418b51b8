"use client";

import {
  type UseSuspenseQueryOptions,
  type UseSuspenseQueryResult,
  useSuspenseQuery,
} from "@tanstack/react-query";
import type { ApiError } from "../error/api-error.ts";
import type { Route } from "../error/route-form.ts";
import type { Api } from "../fetcher/api.ts";
import type {
  SelectedData,
  SelectionOf,
  SettledOutput,
  Uninferred,
  Unset,
} from "../openapi/settled-output.ts";
import type { NoSpec, RegisteredPaths, RouteArg, RouteOf } from "../openapi/spec.ts";
import type { ApiQueryKey } from "./api-query-key.ts";
import { type QueryArgs, requestOptions } from "./api-query-options.ts";
import { callbackGuard } from "./callback-guard.ts";
import { type OfApi, useApi } from "./useApi.ts";

export type ApiSuspenseQuerySettings<Output, Data = Output> = Omit<
  UseSuspenseQueryOptions<Output, ApiError, Data, ApiQueryKey>,
  "queryKey" | "queryFn" | "retryDelay"
>;

type SuspenseSettings<Paths, R, Output, Data, Taken> = ApiSuspenseQuerySettings<
  SettledOutput<Paths, R, Output, Taken>,
  SelectionOf<Data, SettledOutput<Paths, R, Output, Uninferred<Taken>>>
>;

/**
 * TanStack Query's `useSuspenseQuery` for a route of the provider's API: `data` is always there. Until it is loaded,
 * the nearest `Suspense` shows its fallback. A failure goes to the nearest `ErrorBoundary`.
 */
export function useApiSuspenseQuery<
  R extends RouteOf<Paths>,
  Output = Unset,
  Data = Unset,
  Paths = RegisteredPaths,
  Taken = unknown,
>(
  route: RouteArg<Paths, R>,
  ...args: QueryArgs<
    Paths,
    R,
    Output,
    SuspenseSettings<Paths, R, Output, Data, Taken> & OfApi<Paths>,
    never
  >
): UseSuspenseQueryResult<SelectedData<Data, SettledOutput<Paths, R, Output, Taken>>, ApiError>;
export function useApiSuspenseQuery(
  route: Route,
  ...[request, options = {}]: QueryArgs<
    NoSpec,
    Route,
    unknown,
    ApiSuspenseQuerySettings<unknown> & OfApi,
    never
  >
): UseSuspenseQueryResult<unknown, ApiError> {
  const { api: own, retry, select, ...rest } = options;
  const api: Api = useApi("useApiSuspenseQuery", own);
  return useSuspenseQuery({
    ...rest,
    ...(select && { select: callbackGuard(api, route).guardedSelect(select) }),
    ...requestOptions(api, route, request ?? {}, retry),
  });
}
