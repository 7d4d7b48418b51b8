import { refusal } from "../error/misuse.ts";
import { type Api, notAnApi } from "../fetcher/api.ts";
import { contentTypeIn, tagOf } from "../fetcher/request-body.ts";
import { type Query, queryText } from "../fetcher/route.ts";
import type { NoSpec, RouteOf } from "../openapi/spec.ts";
import { toComparableBody } from "./comparable-body.ts";

/** What tells two requests of a route apart. */
export interface KeyedRequest {
  params?: Readonly<Record<string, unknown>> | undefined;
  query?: Query | undefined;
  body?: unknown;
  /** How the body is sent, if not as JSON. */
  sentAs?: string;
  headers?: Readonly<Record<string, string>> | undefined;
}

/** What a key needs from an API. */
type KeyedApi<Paths = NoSpec> = Pick<Api<Paths>, "name" | "~paths"> & {
  readonly keyHeaders?: readonly string[];
};

/** A misspelt route would silently match nothing. An API of which only the name is known takes any route. */
type KeyedRoute<Paths> = unknown extends Paths
  ? string
  : [Paths] extends [NoSpec]
    ? string
    : RouteOf<Paths>;

export type ApiQueryKey =
  | readonly [api: string, route: string]
  | readonly [api: string, route: string, request: KeyedRequest & { infinite?: true }];

/**
 * The key of a query: `[api.name, route, { params, query, body, headers }]`, with the values as they are sent: numbers
 * as strings, a body by its content. Of the headers, it has `accept`, `accept-language` and the API's `keyHeaders`.
 * Without a request it matches all queries of the route; with a part of one, all that have this part.
 *
 * ```ts
 * queryClient.invalidateQueries({ queryKey: apiQueryKey(api, "GET /v1/sessions") });
 * ```
 */
export function apiQueryKey<Paths = NoSpec>(
  api: KeyedApi<Paths>,
  route: KeyedRoute<Paths>,
  request?: KeyedRequest,
): ApiQueryKey;
export function apiQueryKey(api: KeyedApi, route: string, request?: KeyedRequest): ApiQueryKey {
  if (typeof api?.name !== "string" || typeof api === "function") throw notAnApi(api);
  return request ? [api.name, route, keyedPart(api, request)] : [api.name, route];
}

/**
 * Only the parts that are there: an absent one would not match a key that has it. A body is in it by its content.
 * @throws TypeError for a body that cannot be compared with another
 */
export function keyedPart(
  { keyHeaders = [] }: KeyedApi,
  { params, query, body, headers }: KeyedRequest,
): KeyedRequest {
  return {
    ...kept("params", asTexts(params)),
    ...kept("query", asTexts(query)),
    ...(body !== undefined && keyedBody(body, contentTypeIn(headers))),
    ...kept("headers", keyedHeaders(headers, ["accept", "accept-language", ...keyHeaders])),
  };
}

/** Without a part that sends nothing. */
function kept<Part>(name: string, values: Readonly<Record<string, Part>>) {
  return Object.keys(values).length > 0 ? { [name]: values } : {};
}

/** Values as they are sent. Invalid ones stay as they are, so that the fetcher refuses them. */
function asTexts(values: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const sent = Object.entries(values).filter(([, value]) => isSent(value));
  return Object.fromEntries(sent.map(([name, value]) => [name, asText(value)]));
}

function asText(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter(isSent).map(asText);
  // TanStack Query, which compares members, takes any two dates for equal.
  return queryText(value) ?? value;
}

function isSent(value: unknown): boolean {
  return value !== null && value !== undefined;
}

function keyedHeaders(
  headers: KeyedRequest["headers"],
  names: readonly string[],
): Record<string, string> {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  return Object.fromEntries(
    Object.entries(headers ?? {})
      .map(([name, value]): [string, string] => [name.toLowerCase(), value])
      .filter(([name]) => wanted.has(name)),
  );
}

/** @param ownType the content type in the call's own headers: a string is sent as it is, in that type */
function keyedBody(body: unknown, ownType: string | undefined): KeyedRequest {
  if (typeof body === "string" && ownType !== undefined) return { body, sentAs: ownType };
  const comparable = toComparableBody(body);
  if (comparable) {
    const { content, sentAs } = comparable;
    return { body: content, ...(sentAs && { sentAs }) };
  }
  throw refusal(
    "a query's body",
    () =>
      process.env.NODE_ENV !== "production" && [
        "must be one that can be told from another, as JSON, URLSearchParams, text fields of FormData and buffers can",
        `${tagOf(body)} with content that cannot`,
        "read files into a buffer first, or send it with a mutation",
      ],
  );
}
