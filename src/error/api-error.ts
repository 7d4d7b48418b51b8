import type { ErrorCode } from "./error-code.ts";
import { toErrorDetails } from "./error-details.ts";
import type { ErrorKind } from "./error-kind.ts";
import { fieldsFromRecord } from "./fields-from-record.ts";
import { parseMessage } from "./parse-message.ts";
import { readProperty } from "./read-property.ts";
import { parseRequestId } from "./request-id.ts";
import type { RetryStop } from "./retry-stop.ts";
import { withoutUndefined } from "./without-undefined.ts";

/** What is known of a failed call. Times are milliseconds; `at` and `retryAt` count from the epoch. */
export interface ApiErrorFields {
  code: ErrorCode;
  kind: ErrorKind;
  /** The server's words, for logs, as one line without control characters. Never a headline. */
  message: string;
  /** HTTP status; undefined when no answer came. */
  status?: number | undefined;
  /** The id support needs; undefined when the answer named none. */
  requestId?: string | undefined;
  /** Parsed `Retry-After`, relative to `at`. */
  retryAfterMs?: number | undefined;
  /** Requests that were sent for the call; 0 where it failed before anything was. */
  attempts?: number | undefined;
  retryStopped?: RetryStop | undefined;
  /** From when a retry makes sense, for countdowns. */
  retryAt?: number | undefined;
  /** The API's name: two APIs may have the same route. */
  api?: string | undefined;
  /**
   * `"GET /v1/sessions/{sessionId}"`. Of a call that another library made, what its error names of the method and the path,
   * with `{}` for each id.
   */
  route?: string | undefined;
  method?: string | undefined;
  /**
   * The path without its query string, but with its parameters, which may be secrets: for the app alone. Reports, logs,
   * JSON and toasts hold the route.
   */
  path?: string | undefined;
  /** What else the envelope's `error` object held. */
  details?: Readonly<Record<string, unknown>> | undefined;
  /** Of `HELD_BACK`: what the API answered to others, for which this call was not sent. */
  heldBy?: HeldBy | undefined;
  at?: number | undefined;
}

/** Never with an id, a code or words: those are another call's. */
export interface HeldBy {
  kind: ErrorKind;
  status?: number | undefined;
  route?: string | undefined;
}

/** `ApiError` as JSON: no body, header, path or query string. */
export interface ApiErrorJson extends Omit<ApiErrorFields, "path"> {
  "~recourse": "ApiError";
  name: "ApiError";
  attempts: number;
  at: number;
}

/**
 * A failed API call: the only thing the fetcher throws. Recognise it with {@link isApiError}, which also sees
 * errors from another realm or a second copy of the kit; one that `structuredClone` or JSON has been at comes back
 * with `toApiError`. A clone knows only its message where the error has a `cause` of its own, as `NETWORK_ERROR` has:
 * send `toJSON()` instead.
 */
export class ApiError extends Error implements ApiErrorFields {
  override readonly name = "ApiError";
  /** A string survives what `instanceof` does not: realms, duplicate bundles, serialisation. */
  readonly "~recourse" = "ApiError";
  readonly code: ErrorCode;
  readonly kind: ErrorKind;
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly retryAfterMs: number | undefined;
  readonly attempts: number;
  readonly retryStopped: RetryStop | undefined;
  readonly retryAt: number | undefined;
  readonly api: string | undefined;
  readonly route: string | undefined;
  readonly method: string | undefined;
  /** Not enumerable, so that whoever writes an error down by listing what it has leaves the parameters out. */
  declare readonly path: string | undefined;
  readonly details: Readonly<Record<string, unknown>> | undefined;
  readonly heldBy: HeldBy | undefined;
  readonly at: number;
  /**
   * The request id, for frameworks that let only a digest cross from server to client (Next). Absent where the id is
   * spelt like a framework's own digest, which would take the error for its control flow.
   */
  declare readonly digest?: string;

  constructor(fields: ApiErrorFields, options: { cause?: unknown } = {}) {
    super(parseMessage(fields.message) ?? "");
    // Plain JavaScript may give anything, and a card must be able to show it.
    this.code = text(fields.code) ?? "UNEXPECTED_ERROR";
    this.kind = fields.kind;
    this.status = fields.status;
    this.requestId = parseRequestId(fields.requestId);
    this.retryAfterMs = fields.retryAfterMs;
    this.attempts = fields.attempts ?? 1;
    this.retryStopped = fields.retryStopped;
    this.retryAt = fields.retryAt;
    this.api = text(fields.api);
    this.route = withoutQuery(fields.route);
    this.method = text(fields.method);
    const path = withoutQuery(fields.path);
    Object.defineProperty(this, "path", { value: path, configurable: true, writable: true });
    this.details = toErrorDetails(fields.details);
    this.heldBy = fields.heldBy;
    this.at = fields.at ?? Date.now();
    // structuredClone keeps an Error's message, stack and cause and drops every other property, so that an
    // error without a cause of its own carries its record there.
    const cause = "cause" in options ? options.cause : this.toJSON();
    Object.defineProperty(this, "cause", { value: cause, configurable: true, writable: true });
    if (this.requestId !== undefined && isDigest(this.requestId)) this.digest = this.requestId;
  }

  toJSON(): ApiErrorJson {
    return {
      "~recourse": "ApiError",
      name: "ApiError",
      message: this.message,
      ...withoutUndefined({
        code: this.code,
        kind: this.kind,
        status: this.status,
        requestId: this.requestId,
        retryAfterMs: this.retryAfterMs,
        attempts: this.attempts,
        retryStopped: this.retryStopped,
        retryAt: this.retryAt,
        api: this.api,
        route: this.route,
        method: this.method,
        details: this.details,
        heldBy: this.heldBy,
        at: this.at,
      }),
    };
  }

  /**
   * Rebuilds an error from {@link ApiError.toJSON}. A field is dropped that an answer could not have brought.
   * @throws TypeError when the value is not an `ApiError`'s JSON at all.
   */
  static fromJSON(json: unknown): ApiError {
    const error = reviveApiError(json);
    if (!error)
      throw new TypeError(
        `ApiError.fromJSON needs what ApiError.toJSON() gave: got ${json === null ? "null" : typeof json}`,
      );
    return error;
  }
}

/** Records how the loop went on an error that was made before that was known. One that somebody froze stays as it is. */
export function amendApiError(
  error: ApiError,
  outcome: Pick<ApiErrorFields, "attempts" | "retryStopped" | "retryAt" | "retryAfterMs">,
): ApiError {
  if (Object.isFrozen(error)) return error;
  Object.assign(error, outcome);
  if (isRecord(error.cause)) error.cause = error.toJSON();
  return error;
}

/**
 * The same failure as another error, with nothing said of what follows it: for a round that counts without being sent,
 * since TanStack Query and its hooks tell one failure from the next by identity.
 */
export function copyApiError(error: ApiError): ApiError {
  const { path } = error;
  const fields = { ...error.toJSON(), path, retryStopped: undefined, retryAt: undefined };
  return new ApiError(fields, isRecord(error.cause) ? {} : { cause: error.cause });
}

/** Whether the value is a live `ApiError` of this or another copy of the kit. */
export function isBranded(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === "object" && value !== null && readProperty(value, "~recourse") === "ApiError"
  );
}

/** Gives the `ApiError` that a plain object, a clone or a foreign copy stands for, or undefined. Never throws. */
export function reviveApiError(value: unknown): ApiError | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  try {
    if (value instanceof ApiError) return value;
    if (isBranded(value)) return new ApiError(fieldsFromRecord(value));
    const cause = readProperty(value, "cause");
    return isRecord(cause) ? new ApiError(fieldsFromRecord(cause)) : undefined;
  } catch {
    // A proxy may throw at any question, `instanceof` and the listing of its keys included.
    return undefined;
  }
}

/** The plain record that an error carries for its clones, unlike another ApiError that was its cause. */
function isRecord(cause: unknown): cause is object {
  try {
    return isBranded(cause) && !(cause instanceof Error);
  } catch {
    // A thrown proxy may be branded, and throw at `instanceof`.
    return false;
  }
}

const text = (value: unknown) => (typeof value === "string" ? value : undefined);

/** The fetcher's own routes and paths have none; an error made by hand may. */
const withoutQuery = (address: unknown) => text(address)?.split(/[?#]/)[0];

/**
 * Whether an id may be the error's digest. Frameworks steer themselves by digests of capital words, with or without more
 * behind a colon (`DYNAMIC_SERVER_USAGE`, `REACT_ROUTER_ERROR:REDIRECT:{…}`), or that begin with `NEXT_` or hold `;`
 * (`NEXT_REDIRECT;…`): none of these, so that a header can neither blank a page nor lead it elsewhere.
 */
function isDigest(requestId: string): boolean {
  return !/^NEXT_|;|^[A-Z]+(?:_[A-Z]+)+(?:$|:)/.test(requestId);
}
