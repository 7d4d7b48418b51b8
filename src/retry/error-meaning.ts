import type { ApiError } from "../error/api-error.ts";
import type { ErrorKind } from "../error/error-kind.ts";
import type { retryableStatuses } from "../error/retryable-statuses.ts";

/** What one call's error says of the API that it called. Policy, budget, gate and evidence all read this. */
export interface ErrorMeaning {
  /** The same call may do better later. */
  isRetryable: boolean;
  /** It speaks for the whole API. A 500 is a fault of its route, a time-out may be. */
  isShared: boolean;
  /** How long every caller is told to stay away; undefined where none is. Greater than 0. */
  limitMs: number | undefined;
  /** The API has too much to do and names no time: a retry backs off from twice the usual delay. */
  asksForCalm: boolean;
  /** It was answered, whatever with, so that a rate limit is over. */
  isAnswer: boolean;
  /** An answer that no retry would change: the API works. */
  showsUp: boolean;
  /** An answer that neither a proxy nor an overload gives in the API's place, so that an outage is over. */
  endsOutage: boolean;
  /** The kit's own time-out: the server may still be at work on the attempt, and a retry would add to that. */
  isOwnTimeout: boolean;
}

interface Row {
  isRetryable?: true;
  isShared?: true;
  /** A 429, or a 503, with `Retry-After` limits all callers, and without it asks for calm (RFC 9110, 10.2.3; RFC 6585, 4). */
  isLimit?: true;
}

/** By the status, where that is no success. The ones that are retried are the reference's. */
const byStatus: Readonly<Record<number, Row>> = {
  408: { isRetryable: true },
  429: { isRetryable: true, isLimit: true },
  500: { isRetryable: true },
  502: { isRetryable: true, isShared: true },
  503: { isRetryable: true, isShared: true, isLimit: true },
  504: { isRetryable: true, isShared: true },
} satisfies Record<(typeof retryableStatuses)[number], Row>;

/** By the kind, where no answer came. */
const unanswered: Partial<Record<ErrorKind, Row>> = {
  network: { isRetryable: true, isShared: true },
  timeout: { isRetryable: true },
};

/** By the kind, where the error came with a success, as GraphQL's do: its reader gave the kind. */
const inSuccess: Partial<Record<ErrorKind, Row>> = {
  rateLimited: { isRetryable: true },
  serverError: { isRetryable: true },
  timeout: { isRetryable: true },
  unavailable: { isRetryable: true },
};

/**
 * Whether a call that was answered so may do better later, whatever the body says.
 * @param more statuses that an API's calls retry beside the table's
 */
export function isRetryableStatus(status: number, more: readonly number[] = []): boolean {
  return byStatus[status]?.isRetryable === true || more.includes(status);
}

/**
 * Reads the table for an error.
 * @param more statuses that an API's calls retry beside the table's
 */
export function meaningOf(error: ApiError, more: readonly number[] = []): ErrorMeaning {
  const { kind, status, code, retryAfterMs } = error;
  const row = rowOf(error);
  // These keep the status of a head that had come. One that its caller left says nothing of the API; a time-out and an
  // answer that cannot be read tell of their own call only.
  const isAborted = kind === "aborted";
  const isKnown = row.isRetryable === true || (status !== undefined && more.includes(status));
  const isRetryable = !isAborted && kind !== "invalidResponse" && isKnown;
  const isAnswer = !isAborted && (status !== undefined || kind === "invalidResponse");
  const isLimit = !isAborted && row.isLimit === true;
  // An error made by hand may hold NaN, which is no time.
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
