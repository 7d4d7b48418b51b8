import type { ApiError } from "../error/api-error.ts";
import type { ErrorKind } from "../error/error-kind.ts";
import type { retryableStatuses } from "../error/retryable-statuses.ts";

/** What one call's error says about its API. Policy, budget, gate and shared evidence all use this. */
export interface ErrorMeaning {
  /** The same call may succeed later. */
  isRetryable: boolean;
  /** The error speaks for the whole API. A 500 is a fault of its route, and a time-out may be. */
  isShared: boolean;
  /** How long the server tells all callers to wait; undefined if it does not. Greater than 0. */
  limitMs: number | undefined;
  /** The API is overloaded and names no time: the backoff begins with twice the usual delay. */
  asksForCalm: boolean;
  /** The call was answered, in whatever way, so a rate limit is over. */
  isAnswer: boolean;
  /** No retry would change this answer: the API works. */
  showsUp: boolean;
  /** Neither a proxy nor an overloaded server gives this answer, so an outage is over. */
  endsOutage: boolean;
  /** The kit's own time-out: the server may still be at work on the attempt, and a retry would add to that. */
  isOwnTimeout: boolean;
}

interface Row {
  isRetryable?: true;
  isShared?: true;
  /** With `Retry-After`, a 429 or 503 limits all callers; without, it asks for calm (RFC 9110, 10.2.3; RFC 6585, 4). */
  isLimit?: true;
}

/** By status, unless it is a success. The retried ones are those of the reference. */
const byStatus: Readonly<Record<number, Row>> = {
  408: { isRetryable: true },
  429: { isRetryable: true, isLimit: true },
  500: { isRetryable: true },
  502: { isRetryable: true, isShared: true },
  503: { isRetryable: true, isShared: true, isLimit: true },
  504: { isRetryable: true, isShared: true },
} satisfies Record<(typeof retryableStatuses)[number], Row>;

/** By kind, if no answer came. */
const unanswered: Partial<Record<ErrorKind, Row>> = {
  network: { isRetryable: true, isShared: true },
  timeout: { isRetryable: true },
};

/** By kind, if the error came with a success status, as GraphQL's do: the reader of the error gave the kind. */
const inSuccess: Partial<Record<ErrorKind, Row>> = {
  rateLimited: { isRetryable: true },
  serverError: { isRetryable: true },
  timeout: { isRetryable: true },
  unavailable: { isRetryable: true },
};

/**
 * Whether a call with this answer may succeed later, whatever the body says.
 * @param more statuses that the API's calls retry besides the table's
 */
export function isRetryableStatus(status: number, more: readonly number[] = []): boolean {
  return byStatus[status]?.isRetryable === true || more.includes(status);
}

/**
 * Looks an error up in the tables.
 * @param more statuses that the API's calls retry besides the table's
 */
export function meaningOf(error: ApiError, more: readonly number[] = []): ErrorMeaning {
  const { kind, status, code, retryAfterMs } = error;
  const row = rowOf(error);
  // These may have a status, if the answer's headers had come. An abort says nothing about the API; a time-out and an
  // unreadable answer concern only their own call.
  const isAborted = kind === "aborted";
  const isKnown = row.isRetryable === true || (status !== undefined && more.includes(status));
  const isRetryable = !isAborted && kind !== "invalidResponse" && isKnown;
  const isAnswer = !isAborted && (status !== undefined || kind === "invalidResponse");
  const isLimit = !isAborted && row.isLimit === true;
  // An error made by hand may contain NaN, which is no time.
  const namesTime = retryAfterMs !== undefined && !Number.isNaN(retryAfterMs);
  return {
    isRetryable,
    isShared: !isAborted && kind !== "timeout" && row.isShared === true,
    limitMs: isLimit && namesTime && retryAfterMs > 0 ? retryAfterMs : undefined,
    asksForCalm: isLimit && !namesTime,
    isAnswer,
    showsUp: isAnswer && !isRetryable,
    endsOutage: isAnswer && row.isShared !== true,
    isOwnTimeout: status === undefined && kind === "timeout" && code === "TIMEOUT",
  };
}

function rowOf({ kind, status }: ApiError): Row {
  if (status === undefined) return unanswered[kind] ?? {};
  const isSuccess = status >= 200 && status < 300;
  return (isSuccess ? inSuccess[kind] : byStatus[status]) ?? {};
}
