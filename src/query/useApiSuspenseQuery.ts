"use client";

import {
  type UseSuspenseQueryOptions,
  type UseSuspenseQueryResult,
  useSuspenseQuery,
} from "@tanstack/react-query";
import type { ApiError } from "../error/api-error.ts";
import type { Route, WellFormed } from "../error/route-form.ts";
import type { WithParams } from "../fetcher/route.ts";
import type { ApiQueryKey } from "./api-query-key.ts";
import { type QueryRequest, requestOptions } from "./api-query-options.ts";
import { callbackGuard } from "./callback-guard.ts";
import { type OfApi, useApi } from "./useApi.ts";

export type ApiSuspenseQuerySettings<Output, Data = Output> = Omit<
  UseSuspenseQueryOptions<Output, ApiError, Data, ApiQueryKey>,
  "queryKey" | "queryFn" | "retryDelay"
>;

type SuspenseArgs<R extends Route, Output, Settings> =
  Record<never, never> extends WithParams<R>
    ? [request?: QueryRequest<R, Output>, options?: Settings]
    : [request: QueryRequest<R, Output>, options?: Settings];

/**
 * TanStack Query's `useSuspenseQuery` for a route of the provider's API: data is always there. While there is none the
 * nearest `Suspense` shows, and a failure goes to the nearest `ErrorBoundary`.
 */
export function useApiSuspenseQuery<R extends Route, Output = unknown, Data = Output>(
  route: WellFormed<R>,
  ...[request, options = {}]: SuspenseArgs<
    R,
    Output,
    ApiSuspenseQuerySettings<Output, Data> & OfApi
  >
): UseSuspenseQueryResult<Data, ApiError> {
  const { api: own, retry, select, ...rest } = options;
  const api = useApi("useApiSuspenseQuery", own);
  return useSuspenseQuery({
    ...rest,
    ...(select && { select: callbackGuard(api, route).guardedSelect(select) }),
    ...requestOptions<Output>(api, route, request ?? {}, retry),
  });
}
