"use client";

import { type UseInfiniteQueryResult, useInfiniteQuery } from "@tanstack/react-query";
import type { ApiError } from "../error/api-error.ts";
import type { Route } from "../error/route-form.ts";
import type { Api } from "../fetcher/api.ts";
import type { Unset } from "../openapi/settled-output.ts";
import type { NoSpec, RegisteredPaths, RouteArg, RouteOf } from "../openapi/spec.ts";
import {
  type ApiInfiniteQuerySettings,
  apiInfiniteQueryOptions,
  type InfiniteRequestOf,
  type InfiniteSettings,
  type SelectedPages,
} from "./api-infinite-query-options.ts";
import { type OfApi, useApi } from "./useApi.ts";

/**
 * TanStack Query's `useInfiniteQuery` for a route of the provider's API.
 *
 * ```ts
 * const messages = useApiInfiniteQuery(
 *   "GET /v1/sessions/{sessionId}/messages",
 *   { params: { sessionId }, schema: MessagePage, pageQuery: (cursor: string | null) => ({ cursor }) },
 *   { initialPageParam: null, getNextPageParam: (page) => page.nextCursor },
 * );
 * ```
 */
export function useApiInfiniteQuery<
  R extends RouteOf<Paths>,
  PageParam,
  Output = Unset,
  Data = Unset,
  Paths = RegisteredPaths,
  Taken = unknown,
>(
  route: RouteArg<Paths, R>,
  request: InfiniteRequestOf<Paths, R, Output, PageParam>,
  options: InfiniteSettings<Paths, R, PageParam, Output, Data, Taken> & OfApi<Paths>,
): UseInfiniteQueryResult<SelectedPages<Paths, R, PageParam, Output, Data, Taken>, ApiError>;
export function useApiInfiniteQuery<PageParam>(
  route: Route,
  request: InfiniteRequestOf<NoSpec, Route, unknown, PageParam>,
  options: ApiInfiniteQuerySettings<unknown, PageParam, unknown> & OfApi,
): UseInfiniteQueryResult<unknown, ApiError> {
  const api: Api = useApi("useApiInfiniteQuery", options.api);
  return useInfiniteQuery(apiInfiniteQueryOptions(api, route, request, options));
}
