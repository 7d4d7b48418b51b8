import type { Reading } from "../envelope/error-from-response.ts";
import { givenOptions } from "../error/given-options.ts";
import { misuse, secretMisuse } from "../error/misuse.ts";
import { parseRoute } from "../error/route-form.ts";
import type { ApiOptions, RequestSettings } from "./api-options.ts";
import { joinUrl } from "./base-url.ts";
import type { Deadline } from "./deadline.ts";
import { toIdempotencyKey } from "./idempotency-key.ts";
import { limitOf } from "./limit.ts";
import { type AnswerHead, type Result, readAnswer } from "./read-answer.ts";
import { contentTypeIn, toRequestBody } from "./request-body.ts";
import { setHeaders } from "./request-headers.ts";
import { fillPath, formatQuery } from "./route.ts";
import type { Signer } from "./signer.ts";
import { requireSchema, type StandardSchema } from "./standard-schema.ts";

/** A prepared request: what stays the same for all attempts of its call. */
export interface PreparedRequest<Output = unknown> {
  /** The API's name. */
  api: string;
  route: string;
  method: string;
  /** Without the query string, for errors and reports. */
  path: string;
  url: URL;
  headers: Headers;
  body: BodyInit | undefined;
  /** The body is a stream, and gone once it has been sent. */
  isSentOnce: boolean;
  /** Further settings for `fetch`. */
  init: RequestInit;
  /** Undefined if the call is sent unsigned. */
  signer: Signer | undefined;
  /** The call itself asked for it; false if only the API has no credentials. */
  isUnsigned: boolean;
  hasIdempotencyKey: boolean;
  timeoutMs: number;
  /** The most of a success that is read. */
  maxBytes: number;
  signal: AbortSignal | undefined;
  schema: StandardSchema<Output> | undefined;
  /** @throws what the body stream failed with */
  read(answer: Answer<Output>): Promise<Result<Output>>;
  reading: Reading;
  /** Retried besides the statuses of the reference. */
  retryStatuses: readonly number[];
  fetch: typeof fetch;
  /** Whether `fetch` is the page's own, not one that the app gave. */
  isPagesFetch: boolean;
}

/** An answer whose head has come. */
export interface Answer<Output> {
  response: Response;
  head: AnswerHead;
  request: PreparedRequest<Output>;
  deadline: Deadline;
}

/** What every error of a call says, the same for all its attempts. */
export type Endpoint = Pick<PreparedRequest, "api" | "route" | "method"> & { path?: string };

export function endpointOf({ api, route, method, path }: PreparedRequest): Endpoint {
  return { api, route, method, path };
}

/** The API's options that its calls use. Each is an own property, even if undefined, so that none is inherited. */
export interface RequestDefaults
  extends Pick<PreparedRequest, "timeoutMs" | "maxBytes" | "signer" | "reading" | "retryStatuses"> {
  name: string;
  headers: ApiOptions["headers"] | undefined;
  redirect: ApiOptions["redirect"] | undefined;
  fetch: ApiOptions["fetch"] | undefined;
}

/**
 * Checks and prepares a request before anything is sent.
 * @throws TypeError for a route, parameter, header or body that cannot be used
 */
export function prepareRequest<Output>(
  base: URL,
  api: RequestDefaults,
  route: string,
  settings:
    | (RequestSettings<Output> & { params?: Readonly<Record<string, unknown>> })
    | undefined = givenOptions({}),
): PreparedRequest<Output> {
  const { method, template } = parseRoute(route);
  const url = joinUrl(base, fillPath(template, settings.params));
  const path = url.pathname;
  url.search = formatQuery(settings.query);
  const { body, contentType } = toRequestBody(settings.body, contentTypeIn(settings.headers));
  if (body !== undefined && (method === "GET" || method === "HEAD"))
    throw secretMisuse(
      "body",
      settings.body,
      () =>
        process.env.NODE_ENV !== "production" && [
          `must be left out of a ${method} request`,
          "pass query, or use another method",
        ],
    );
  const headers = new Headers({ accept: "application/json" });
  if (contentType) headers.set("content-type", contentType);
  setHeaders(headers, api.headers ?? {}, "headers");
  setHeaders(headers, settings.headers ?? {}, "headers");
  const { statuses: retryStatuses = api.retryStatuses } = settings.retry || {};
  const isUnsigned = isSentUnsigned(settings.credentials);
  const idempotencyKey = toIdempotencyKey(settings.idempotencyKey);
  if (idempotencyKey !== undefined)
    setHeaders(headers, { "idempotency-key": idempotencyKey }, "headers");
  return {
    api: api.name,
    route,
    method,
    path,
    url,
    headers,
    body,
    isSentOnce: false,
    init: { redirect: api.redirect ?? "manual" },
    signer: isUnsigned ? undefined : api.signer,
    isUnsigned,
    hasIdempotencyKey: idempotencyKey !== undefined,
    timeoutMs: limitOf("timeoutMs", settings.timeoutMs, api.timeoutMs),
    maxBytes: api.maxBytes,
    signal: requireSignal(settings.signal),
    schema: requireSchema(settings.schema),
    read: readAnswer,
    reading: api.reading,
    retryStatuses,
    fetch: api.fetch ?? ((input, init) => fetch(input, init)),
    isPagesFetch: api.fetch === undefined,
  };
}

function isSentUnsigned(credentials: unknown): boolean {
  if (credentials === false || credentials === undefined) return credentials === false;
  throw secretMisuse(
    "credentials",
    credentials,
    () =>
      process.env.NODE_ENV !== "production" &&
      "must be false, which sends the request unsigned, or left out",
  );
}

/** By shape, since a signal may come from another realm or a polyfill. */
function requireSignal(signal: AbortSignal | undefined): AbortSignal | undefined {
  if (signal === undefined) return undefined;
  if (typeof signal?.aborted === "boolean" && typeof signal.addEventListener === "function")
    return signal;
  throw misuse(
    "signal",
    signal,
    () =>
      process.env.NODE_ENV !== "production" && "must be an AbortSignal, such as controller.signal",
  );
}
