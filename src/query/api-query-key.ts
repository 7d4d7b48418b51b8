import type { Api } from "../fetcher/create-api.ts";
import type { Query } from "../fetcher/route.ts";
import { toComparableBody } from "./comparable-body.ts";

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

/**
 * Only what is there: an absent part would not match a key that has it. A body stands for what is sent.
 * @throws TypeError for a body that cannot be told from another
 */
export function keyedPart({ params, query, body }: KeyedRequest): KeyedRequest {
  return {
    ...(params && { params }),
    ...(query && { query }),
    ...(body !== undefined && { body: keyedBody(body) }),
  };
}

function keyedBody(body: unknown): unknown {
  const comparable = toComparableBody(body);
  if (comparable) return comparable.content;
  const got = Object.prototype.toString.call(body).slice("[object ".length, -1);
  throw new TypeError(
    `a query's body must be one that can be told from another, as JSON, URLSearchParams, text fields of FormData and buffers can: got ${got} with content that cannot; read files into a buffer first, or send it with a mutation`,
  );
}
