import type { ReadError } from "../envelope/error-from-response.ts";
import type { ApiOptions, RequestSettings } from "./api-options.ts";
import { joinUrl } from "./base-url.ts";
import type { Credentials } from "./credentials.ts";
import { toRequestBody } from "./request-body.ts";
import { fillPath, formatQuery, parseRoute } from "./route.ts";
import type { StandardSchema } from "./standard-schema.ts";

/** One logical call, made ready: what stays the same over all its attempts. */
export interface Call<Output = unknown> {
  route: string;
  method: string;
  /** Without the query string, for errors and reports. */
  path: string;
  url: URL;
  headers: Headers;
  body: BodyInit | undefined;
  credentials: Credentials | undefined;
  hasIdempotencyKey: boolean;
  redirect: "manual" | "follow";
  timeoutMs: number;
  signal: AbortSignal | undefined;
  schema: StandardSchema<Output> | undefined;
  readError: ReadError | undefined;
  fetch: typeof fetch;
}

/**
 * Checks a request before anything is sent.
 * @throws TypeError for a route, parameter, header or body that cannot be used
 */
export function prepareCall<Output>(
  base: URL,
  api: ApiOptions,
  route: string,
  settings:
    | (RequestSettings<Output> & { params?: Readonly<Record<string, unknown>> })
    | undefined = {},
): Call<Output> {
  const { method, template } = parseRoute(route);
  const url = joinUrl(base, fillPath(template, settings.params));
  const path = url.pathname;
  url.search = formatQuery(settings.query);
  const { body, contentType } = toRequestBody(settings.body);
  if (body !== undefined && (method === "GET" || method === "HEAD"))
    throw new TypeError(`a ${method} request has no body: pass query, or use another method`);
  const headers = new Headers({ accept: "application/json", ...api.headers, ...settings.headers });
  if (contentType && !headers.has("content-type")) headers.set("content-type", contentType);
  const idempotencyKey = settings.idempotencyKey === true ? newKey() : settings.idempotencyKey;
  if (idempotencyKey) headers.set("idempotency-key", idempotencyKey);
  return {
    route,
    method,
    path,
    url,
    headers,
    body,
    credentials: api.credentials,
    hasIdempotencyKey: Boolean(idempotencyKey),
    redirect: api.redirect ?? "manual",
    timeoutMs: settings.timeoutMs ?? api.timeoutMs ?? 30_000,
    signal: settings.signal,
    schema: settings.schema,
    readError: api.readError,
    fetch: api.fetch ?? ((input, init) => fetch(input, init)),
  };
}

/** `crypto.randomUUID` is missing on plain http pages; `getRandomValues` is not. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
