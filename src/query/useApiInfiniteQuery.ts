"use client";

import {
  type InfiniteData,
  type UseInfiniteQueryResult,
  useInfiniteQuery,
} from "@tanstack/react-query";
import type { ApiError } from "../error/api-error.ts";
import type { Route, WellFormed } from "../error/route-form.ts";
import {
  type ApiInfiniteQuerySettings,
  apiInfiniteQueryOptions,
  type InfiniteRequest,
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
  R extends Route,
  PageParam,
  Output = unknown,
  Data = InfiniteData<Output, PageParam>,
>(
  route: WellFormed<R>,
  request: InfiniteRequest<R, Output, PageParam>,
  options: ApiInfiniteQuerySettings<Output, PageParam, Data> & OfApi,
): UseInfiniteQueryResult<Data, ApiError> {
  return useInfiniteQuery(
    apiInfiniteQueryOptions<R, PageParam, Output, Data>(
      useApi("useApiInfiniteQuery", options.api),
      route,
      request,
      options,
    ),
  );
}
