"use client";

import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { ApiError } from "../error/api-error.ts";
import type { Route } from "../error/route-form.ts";
import type { Api } from "../fetcher/api.ts";
import type { SelectedData, SettledOutput, Unset } from "../openapi/settled-output.ts";
import type { NoSpec, RegisteredPaths, RouteArg, RouteOf } from "../openapi/spec.ts";
import {
  type ApiQuerySettings,
  apiQueryOptions,
  type QueryArgs,
  type QuerySettings,
} from "./api-query-options.ts";
import { type OfApi, useApi } from "./useApi.ts";

/**
 * TanStack Query's `useQuery` for a route of the provider's API. It returns TanStack Query's own result; the error is
 * an `ApiError`. Retries follow the API's policy. Unmounting aborts the request.
 *
 * ```ts
 * const session = useApiQuery("GET /v1/sessions/{sessionId}", { params: { sessionId }, schema: Session });
 * ```
 *
 * If the first load fails, show the error: `<ErrorCard error={session.error} />`. With `throwOnError` or
 * `useApiSuspenseQuery`, the boundary shows it. A failed refetch while older data shows becomes a toast.
 */
export function useApiQuery<
  R extends RouteOf<Paths>,
  Output = Unset,
  Data = Unset,
  Paths = RegisteredPaths,
  Taken = unknown,
>(
  route: RouteArg<Paths, R>,
  ...args: QueryArgs<Paths, R, Output, QuerySettings<Paths, R, Output, Data, Taken> & OfApi<Paths>>
): UseQueryResult<SelectedData<Data, SettledOutput<Paths, R, Output, Taken>>, ApiError>;
export function useApiQuery(
  route: Route,
  ...args: QueryArgs<NoSpec, Route, unknown, ApiQuerySettings<unknown> & OfApi>
): UseQueryResult<unknown, ApiError> {
  const api: Api = useApi("useApiQuery", args[1]?.api);
  return useQuery(apiQueryOptions(api, route, ...args));
}
