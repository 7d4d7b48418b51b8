import type { ErrorCode } from "./error-code.ts";
import { toErrorDetails } from "./error-details.ts";
import type { ErrorKind } from "./error-kind.ts";
import { fieldsFromRecord } from "./fields-from-record.ts";
import { misuse } from "./misuse.ts";
import { parseMessage } from "./parse-message.ts";
import { readProperty } from "./read-property.ts";
import { parseRequestId } from "./request-id.ts";
import type { RetryStop } from "./retry-stop.ts";
import { withoutUndefined } from "./without-undefined.ts";

/** What is known about a failed call. Times are in milliseconds; `at` and `retryAt` count from the epoch. */
export interface ApiErrorFields {
  code: ErrorCode;
  kind: ErrorKind;
  /** The server's message, as one line without control characters. For logs, not for people. */
  message: string;
  /** HTTP status; undefined when no answer came. */
  status?: number | undefined;
  /** The id that support needs; undefined if the answer has none. */
  requestId?: string | undefined;
  /** Parsed `Retry-After`, relative to `at`. */
  retryAfterMs?: number | undefined;
  /** How many requests were sent for the call; 0 if it failed before the first. */
  attempts?: number | undefined;
  retryStopped?: RetryStop | undefined;
  /** When a retry makes sense, for countdowns. */
  retryAt?: number | undefined;
  /** The API's name: two APIs may have the same route. */
  api?: string | undefined;
  /**
   * `"GET /v1/sessions/{sessionId}"`. For a call of another library, the method and the path that its error names, with
   * `{}` for each id.
   */
  route?: string | undefined;
  method?: string | undefined;
  /**
   * The path without its query string. Its parameters may be secret, so only the app gets it: reports, logs, JSON and
   * toasts have the route.
   */
  path?: string | undefined;
  /** Everything else in the error's body. */
  details?: Readonly<Record<string, unknown>> | undefined;
  /** With `HELD_BACK`: the answer to another call, because of which this call was not sent. */
  heldBy?: HeldBy | undefined;
  at?: number | undefined;
}

/** The answer to another call, without its request ID, code and message: those belong to that call. */
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
 * A failed API call: the error that `api.request` rejects with. Check for it with {@link isApiError}, which also
 * recognises errors from another realm or another copy of the package. To rebuild one from `structuredClone` or from
 * JSON, use `toApiError`. A clone of an error with a `cause`, such as `NETWORK_ERROR`, keeps only the message: clone
 * `toJSON()` instead.
 */
export class ApiError extends Error implements ApiErrorFields {
  override readonly name = "ApiError";
  /** Marks an `ApiError` where `instanceof` fails: in other realms, other copies of the package and JSON. */
  readonly "~recourse" = "ApiError";
  // Declared, since the constructor sets each: a field that is set twice weighs twice.
  declare readonly code: ErrorCode;
  declare readonly kind: ErrorKind;
  declare readonly status: number | undefined;
  declare readonly requestId: string | undefined;
  declare readonly retryAfterMs: number | undefined;
  declare readonly attempts: number;
  declare readonly retryStopped: RetryStop | undefined;
  declare readonly retryAt: number | undefined;
  declare readonly api: string | undefined;
  declare readonly route: string | undefined;
  declare readonly method: string | undefined;
  /** The path without its query string. Not enumerable: code that logs all properties leaves the parameters out. */
  declare readonly path: string | undefined;
  declare readonly details: Readonly<Record<string, unknown>> | undefined;
  declare readonly heldBy: HeldBy | undefined;
  declare readonly at: number;
  /**
   * The request ID, for frameworks that send only a digest from server to client (Next). Absent if the ID looks like a
   * digest that frameworks use for control flow, such as a redirect.
   */
  declare readonly digest?: string;

  constructor(fields: ApiErrorFields, options: { cause?: unknown } = {}) {
    super(parseMessage(fields.message) ?? "");
    // Callers without TypeScript may pass any value, and a card must be able to show it.
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
    // structuredClone keeps only an Error's message, stack and cause. So an error without a cause of its own carries
    // its JSON there.
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
   * Rebuilds an error from {@link ApiError.toJSON}. Drops each field that would not be valid in an answer either.
   * @throws TypeError if the value is not an `ApiError`'s JSON at all
   */
  static fromJSON(json: unknown): ApiError {
    const error = reviveApiError(json);
    if (!error)
      throw misuse(
        "ApiError.fromJSON",
        json,
        () => process.env.NODE_ENV !== "production" && "needs what ApiError.toJSON() gave",
      );
    return error;
  }
}

/** What followed a failed attempt: how many requests were sent so far, and what the retry loop decided. */
export type CallOutcome = Pick<
  ApiErrorFields,
  "attempts" | "retryStopped" | "retryAt" | "retryAfterMs"
>;

/** Writes on an error what the retry loop decided after the error was made. A frozen error stays as it is. */
export function amendApiError(error: ApiError, outcome: CallOutcome): ApiError {
  if (Object.isFrozen(error)) return error;
  Object.assign(error, outcome);
  if (isRecord(error.cause)) error.cause = error.toJSON();
  return error;
}

/**
 * A new object for the same failure, without `retryStopped` and `retryAt`, for a round that counts without being sent:
 * TanStack Query and its hooks tell failures apart by identity.
 */
export function copyApiError(error: ApiError): ApiError {
  const { path } = error;
  const fields = { ...error.toJSON(), path, retryStopped: undefined, retryAt: undefined };
  return new ApiError(fields, isRecord(error.cause) ? {} : { cause: error.cause });
}

/** Whether the value carries the kit's brand: an `ApiError` of any copy of the kit, or its JSON. */
export function isBranded(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === "object" && value !== null && readProperty(value, "~recourse") === "ApiError"
  );
}

/** Rebuilds an `ApiError` from JSON, a clone or an error of another copy of the kit, else undefined. Never throws. */
export function reviveApiError(value: unknown): ApiError | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  try {
    if (value instanceof ApiError) return value;
    if (isBranded(value)) return new ApiError(fieldsFromRecord(value));
    const cause = readProperty(value, "cause");
    return isRecord(cause) ? new ApiError(fieldsFromRecord(cause)) : undefined;
  } catch {
    // A proxy may throw at any operation, even at `instanceof` or when its keys are listed.
    return undefined;
  }
}

/** Whether a `cause` is the JSON that an error carries for its clones, not another ApiError that caused it. */
function isRecord(cause: unknown): cause is object {
  try {
    return isBranded(cause) && !(cause instanceof Error);
  } catch {
    // A thrown proxy may carry the brand and still throw at `instanceof`.
    return false;
  }
}

const text = (value: unknown) => (typeof value === "string" ? value : undefined);

/** Routes and paths of the fetcher have no query string; those of an error made by hand may. */
const withoutQuery = (address: unknown) => text(address)?.split(/[?#]/)[0];

/**
 * Whether a request ID may serve as the error's digest. Frameworks use digests for control flow: capital words with
 * underscores, alone or before a colon (`DYNAMIC_SERVER_USAGE`, `REACT_ROUTER_ERROR:REDIRECT:{…}`), and any that begin
 * with `NEXT_` or contain `;` (`NEXT_REDIRECT;…`). Refused, or a response header could blank or redirect the page.
 */
function isDigest(requestId: string): boolean {
  return !/^NEXT_|;|^[A-Z]+(?:_[A-Z]+)+(?:$|:)/.test(requestId);
}
