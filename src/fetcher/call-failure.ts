import { toApiError } from "../envelope/to-api-error.ts";
import { ApiError, type HeldBy } from "../error/api-error.ts";
import { isAnswered } from "../error/is-answered.ts";
import { toLocalError } from "../error/local-error.ts";
import { noAnswer } from "../error/no-answer.ts";
import { PageSlept } from "./deadline.ts";
import { isGivenFetchFailure, isInnerNetworkFailure, isNetworkFailure } from "./network-failure.ts";
import type { Endpoint } from "./prepared-request.ts";
import type { AnswerHead } from "./read-answer.ts";

/**
 * The error for a signal that aborted: by the attempt's time limit, or by the caller. A caller's `AbortSignal.timeout`
 * is a time limit too, not a silent abort: the person who waits has cancelled nothing. A status that came before a time
 * limit is kept, and decides whether the call is retried.
 */
export function endedFailure(endpoint: Endpoint, reason: unknown, head?: AnswerHead): ApiError {
  const known = { ...endpoint, ...head };
  if (reason instanceof PageSlept) return networkFailure(known, reason);
  if (toLocalError(reason).kind === "timeout")
    return new ApiError({ ...known, ...noAnswer.timeout });
  return new ApiError({ ...known, ...noAnswer.aborted }, { cause: reason });
}

/** The error if `fetch` rejected or the answer broke off. */
export function fetchFailure(
  endpoint: Endpoint,
  thrown: unknown,
  isPagesOwn: boolean,
  head?: AnswerHead,
): ApiError {
  const isNetwork = isPagesOwn ? isNetworkFailure(thrown) : isGivenFetchFailure(thrown);
  const known = { ...endpoint, ...head };
  return isNetwork ? networkFailure(known, thrown) : adoptedFailure(known, thrown);
}

/** The error if the app's own credentials failed: with an API's error, on the network, or by a bug in them. */
export function credentialsFailure(endpoint: Endpoint, thrown: unknown): ApiError {
  if (isInnerNetworkFailure(thrown)) return networkFailure(endpoint, thrown);
  return adoptedFailure(endpoint, thrown);
}

/** The error if `refresh` failed. It may have used any client: an answer in what it threw is read. */
export function refreshFailure(endpoint: Endpoint, thrown: unknown): ApiError {
  const read = toApiError(thrown);
  return isAnswered(read)
    ? adoptedFailure(endpoint, thrown, read)
    : credentialsFailure(endpoint, thrown);
}

/** The error if the call's person signed out before anything was sent. */
export function signedOutFailure(endpoint: Endpoint): ApiError {
  return new ApiError({
    ...endpoint,
    code: "UNAUTHORIZED",
    kind: "unauthorized",
    message: "Nothing was sent: whoever began this call is no longer signed in.",
    attempts: 0,
  });
}

/** The error if `fetch` gave no usable answer, as a mock may. */
export function misusedFetchFailure(endpoint: Endpoint, message: string): ApiError {
  return new ApiError({ ...endpoint, code: "UNEXPECTED_ERROR", kind: "unexpected", message });
}

/** The error if another call's answer keeps this one from being sent. It holds nothing that belongs to that call. */
export function heldBackFailure(
  endpoint: Endpoint,
  { kind, status, route }: HeldBy,
  retryAt: number | undefined,
): ApiError {
  return new ApiError({
    ...endpoint,
    code: "HELD_BACK",
    kind,
    message: "Nothing was sent: other calls to this API were just limited or found it down.",
    retryAfterMs: retryAt === undefined ? undefined : retryAt - Date.now(),
    heldBy: { kind, status, route },
  });
}

type Known = Endpoint & AnswerHead;

function networkFailure(known: Known, cause: unknown): ApiError {
  return new ApiError({ ...known, ...noAnswer.network }, { cause });
}

/**
 * A new error: the thrown one may be frozen, or belong to another call that has been reported already. An abort is not
 * the caller's here: to them no answer came, and silence would lose what they did.
 */
function adoptedFailure(
  known: Known,
  thrown: unknown,
  { code, kind, message, status, requestId, retryAfterMs, details } = toLocalError(thrown),
): ApiError {
  if (kind === "aborted") return networkFailure(known, thrown);
  return new ApiError(
    { status, requestId, retryAfterMs, details, ...known, code, kind, message },
    { cause: thrown },
  );
}
