"use client";

import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { ApiError } from "../error/api-error.ts";
import type { Route, WellFormed } from "../error/route-form.ts";
import { type ApiQuerySettings, apiQueryOptions, type QueryArgs } from "./api-query-options.ts";
import { type OfApi, useApi } from "./useApi.ts";

/**
 * TanStack Query's `useQuery` for a route of the provider's API. The result is TanStack's own, its error an `ApiError`.
 * Retries follow the API's policy; unmounting aborts the request.
 *
 * ```ts
 * const session = useApiQuery("GET /v1/sessions/{sessionId}", { params: { sessionId }, schema: Session });
 * ```
 *
 * A first load's error is the component's to show (`<ErrorCard error={session.error} />`) or, with `throwOnError` or
 * `useApiSuspenseQuery`, the boundary's. A failed refetch over data that shows becomes a toast.
 */
export function useApiQuery<R extends Route, Output = unknown, Data = Output>(
  route: WellFormed<R>,
  ...args: QueryArgs<R, Output, ApiQuerySettings<Output, Data> & OfApi>
): UseQueryResult<Data, ApiError> {
  const api = useApi("useApiQuery", args[1]?.api);
  return useQuery(apiQueryOptions<R, Output, Data>(api, route, ...args));
}
