import type { ReadError } from "../envelope/error-from-response.ts";
import type { ApiError } from "../error/api-error.ts";
import type { NoSpec } from "../openapi/spec.ts";
import type { NeedsNothing, SpecInput } from "../openapi/spec-input.ts";
import type { RetryOptions } from "../retry/retry-policy.ts";
import type { Credentials } from "./credentials.ts";
import type { Query, WithBody, WithParams } from "./route.ts";
import type { StandardSchema } from "./standard-schema.ts";

export interface ApiOptions {
  /** Absolute, or relative to the page in a browser. */
  baseUrl: string;
  /**
   * First part of every query key. Default: the base URL. Give both sides the same name where a server, whose data a page
   * takes over, reaches the API at another URL.
   */
  name?: string;
  /** Sent to the origin of `baseUrl` only, and not with requests that say `credentials: false`. */
  credentials?: Credentials;
  /**
   * Names of request headers by which answers differ, beside `accept` and `accept-language`: queries with other values of
   * them have other keys. Never one that holds an id of the request or a secret.
   */
  keyHeaders?: readonly string[];
  /** Sent with every request. */
  headers?: Readonly<Record<string, string>>;
  /** Default: the global `fetch`, looked up at each attempt so that mocks and patches are seen. */
  fetch?: typeof fetch;
  retry?: RetryOptions | false;
  /** One attempt with its body. `Infinity` means no limit. Default 30 000. */
  timeoutMs?: number;
  /** The whole call with its waits. `Infinity` means no limit. Default 120 000. */
  totalTimeoutMs?: number;
  /**
   * Default `"manual"`: a redirect fails as `INVALID_RESPONSE`. With `"follow"` the platform follows it, and takes
   * `x-api-key` and all `headers` along to any origin; only `Authorization` stays behind. For servers whose every
   * redirect you trust.
   */
  redirect?: "manual" | "follow";
  /**
   * Headers that name a request, where none of the usual ones does: `["cf-ray"]`. The usual ones are `x-request-id`,
   * `request-id`, `x-correlation-id`, `x-trace-id`, `x-amzn-requestid`, `x-ms-request-id` and `traceresponse`.
   */
  requestIdHeaders?: readonly string[];
  /** Reads another API's error shape. Where it throws, the answer is read without it, and development is warned once. */
  readError?: ReadError;
  /**
   * Names what `fetch` calls, for rate limits and reports: `(url) => "/v1/sessions/{sessionId}"`. By default the path, with
   * `{}` for each segment that looks like an id. `request` has its route.
   */
  route?: (url: URL) => string;
  /** Hears every finally failed request once, aborts excepted. Default: one line on `console.error`, with name, message and stack of the cause of an `UNEXPECTED_ERROR`; in development an `INVALID_RESPONSE` says what is wrong with it. */
  onError?: (error: ApiError) => void;
}

/** A request's own settings, laid over the API's. Budget and gate are the API's: a request can only do without a budget. */
export type RequestRetry = (Omit<RetryOptions, "budget" | "gate"> & { budget?: false }) | false;

/** What a request is told beside what it sends. */
export interface CallSettings<Output = unknown> {
  /** Any Standard Schema; its output is the result. */
  schema?: StandardSchema<Output>;
  signal?: AbortSignal;
  timeoutMs?: number;
  retry?: RequestRetry;
  /** Sent as `Idempotency-Key`, the same on every attempt of one call; `true` makes one. */
  idempotencyKey?: boolean | string;
  /**
   * Sends the request without the API's credentials, as for a sign-in or what everybody may read: nobody is asked for a
   * key, a token or an identity, a 401 refreshes nothing, and the call belongs to nobody. Cookies are the browser's own
   * matter: they go along as they would.
   */
  credentials?: false;
}

export interface RequestSettings<Output = unknown> extends CallSettings<Output> {
  query?: Query;
  /**
   * FormData, Blob, URLSearchParams and buffers go as they are, and a string where `headers` name a `content-type`, as for
   * CSV or for JSON that is written already; all else as JSON. No stream: it could not be sent twice.
   */
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
}

export type RequestOptions<R extends string, Output = unknown> = RequestSettings<Output> &
  WithParams<R> &
  WithBody<R>;

/** Optional exactly when the route has no parameters. */
export type RequestArgs<R extends string, Output, More = unknown> =
  Record<never, never> extends WithParams<R>
    ? [options?: RequestOptions<R, Output> & More]
    : [options: RequestOptions<R, Output> & More];

/** The same by the API's spec, where it has one: optional exactly when nothing is required. */
export type SpecRequestArgs<Paths, R extends string, Output> = [Paths] extends [NoSpec]
  ? RequestArgs<R, Output>
  : NeedsNothing<Paths, R> extends true
    ? [options?: CallSettings<Output> & SpecInput<Paths, R>]
    : [options: CallSettings<Output> & SpecInput<Paths, R>];
