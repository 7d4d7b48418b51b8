import type { ReadError } from "../envelope/error-from-response.ts";
import type { ApiError } from "../error/api-error.ts";
import type { NoSpec } from "../openapi/spec.ts";
import type { NeedsNothing, SpecInput } from "../openapi/spec-input.ts";
import type { RetryOptions } from "../retry/retry-policy.ts";
import type { Credentials } from "./credentials.ts";
import type { Query, WithBody, WithParams } from "./route.ts";
import type { StandardSchema } from "./standard-schema.ts";

export interface ApiOptions {
  /** Absolute, or in a browser relative to the page, and to its `<base>` if it has one. */
  baseUrl: string;
  /**
   * The first part of every query key. Default: the base URL. If a server renders the page and reaches the API at
   * another URL, give both sides the same name.
   */
  name?: string;
  /** Signs requests to the origin of `baseUrl`, except those with `credentials: false`. */
  credentials?: Credentials;
  /**
   * Names of request headers on which answers depend, besides `accept` and `accept-language`. Their values become part
   * of query keys. Never name one with a secret or with an id of the request.
   */
  keyHeaders?: readonly string[];
  /** Sent with every request. */
  headers?: Readonly<Record<string, string>>;
  /** Default: the global `fetch`. It is looked up for each attempt, so that mocks and patches work. */
  fetch?: typeof fetch;
  retry?: RetryOptions | false;
  /** Limit for one attempt, including its body. `Infinity` means no limit. Default 30 000. */
  timeoutMs?: number;
  /** Limit for the whole call, including its waits. `Infinity` means no limit. Default 120 000. */
  totalTimeoutMs?: number;
  /**
   * How much of a successful answer `request` and the hooks read, in bytes. A longer one fails as `INVALID_RESPONSE`, and the
   * rest is not downloaded. `Infinity` means no limit. Default 32 MiB. It does not limit `api.fetch`.
   */
  maxBytes?: number;
  /**
   * Default `"manual"`: a redirect fails as `INVALID_RESPONSE`. With `"follow"` the browser follows it, and sends
   * `x-api-key` and all `headers` to any origin, but not `Authorization`. Use that only if you trust every redirect of
   * the server.
   */
  redirect?: "manual" | "follow";
  /**
   * More headers that may have the request id: `["cf-ray"]`. They are read if the answer has none of `x-request-id`,
   * `request-id`, `x-correlation-id`, `x-trace-id`, `x-amzn-requestid`, `x-ms-request-id` and `traceresponse`.
   */
  requestIdHeaders?: readonly string[];
  /** Reads errors of another shape. If it throws, the answer is read without it, with one warning in development. */
  readError?: ReadError;
  /**
   * Gives the route of a call of `api.fetch`, for rate limits and reports: `(url) => "/v1/sessions/{sessionId}"`.
   * Default: the path, with `{}` for each segment that looks like an id.
   */
  route?: (url: URL) => string;
  /**
   * Called once for each call that failed for good, except aborts. Default: writes one line to `console.error`, for an
   * `UNEXPECTED_ERROR` with name, message and stack of its cause. In development, the line for an `INVALID_RESPONSE`
   * says what is wrong with the answer.
   */
  onError?: (error: ApiError) => void;
}

/** A request's own retry settings; the rest are the API's. Of `budget` and `gate` it can only turn the budget off. */
export type RequestRetry = (Omit<RetryOptions, "budget" | "gate"> & { budget?: false }) | false;

/** The settings of one request. */
export interface CallSettings<Output = unknown> {
  /** Any Standard Schema. It checks the answer, and its output is the result. */
  schema?: StandardSchema<Output>;
  signal?: AbortSignal;
  timeoutMs?: number;
  retry?: RequestRetry;
  /** Sent as `Idempotency-Key`, the same with every attempt of one call. `true` generates a key. */
  idempotencyKey?: boolean | string;
  /**
   * Sends the request without the API's credentials, for a sign-in or for public data. No key, token or identity is
   * asked for, a 401 refreshes no token, and the call belongs to nobody. The browser still sends its cookies.
   */
  credentials?: false;
}

export interface RequestSettings<Output = unknown> extends CallSettings<Output> {
  query?: Query;
  /**
   * FormData, Blob, URLSearchParams and buffers are sent as they are. So is a string if `headers` has a `content-type`,
   * for example CSV or ready-made JSON. Everything else is sent as JSON. A stream is refused: it could not be sent
   * twice.
   */
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
}

export type RequestOptions<R extends string, Output = unknown> = RequestSettings<Output> &
  WithParams<R> &
  WithBody<R>;

/** A request's options. They are optional only if the route has no parameters. */
export type RequestArgs<R extends string, Output, More = unknown> =
  Record<never, never> extends WithParams<R>
    ? [options?: RequestOptions<R, Output> & More]
    : [options: RequestOptions<R, Output> & More];

/** The same by the API's spec, if it has one: optional only if nothing is required. */
export type SpecRequestArgs<Paths, R extends string, Output> = [Paths] extends [NoSpec]
  ? RequestArgs<R, Output>
  : NeedsNothing<Paths, R> extends true
    ? [options?: CallSettings<Output> & SpecInput<Paths, R>]
    : [options: CallSettings<Output> & SpecInput<Paths, R>];
