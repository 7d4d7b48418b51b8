import type { Api } from "../fetcher/create-api.ts";
import type { Query } from "../fetcher/route.ts";

/** What tells two requests of one route apart. */
export interface KeyedRequest {
  params?: Readonly<Record<string, unknown>> | undefined;
  query?: Query | undefined;
  body?: unknown;
}

export type ApiQueryKey =
  | readonly [api: string, route: string]
  | readonly [api: string, route: string, request: KeyedRequest & { infinite?: true }];

/**
 * The key of a query: `[api.name, route, { params, query }]`. Without a request, or with a part of it, it matches all
 * queries that begin so.
 *
 * ```ts
 * queryClient.invalidateQueries({ queryKey: apiQueryKey(api, "GET /v1/sessions") });
 * ```
 */
export function apiQueryKey(
  api: Pick<Api, "name">,
  route: string,
  request?: KeyedRequest,
): ApiQueryKey {
  return request ? [api.name, route, keyedPart(request)] : [api.name, route];
}

/** Only what is there: an absent part would not match a key that has it. */
export function keyedPart({ params, query, body }: KeyedRequest): KeyedRequest {
  return {
    ...(params && { params }),
    ...(query && { query }),
    ...(body !== undefined && { body }),
  };
}
