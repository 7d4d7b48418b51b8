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
 * The signal aborted: by the attempt's own time limit, or by the caller. An `AbortSignal.timeout` of the caller's is a
 * time limit too, and no silent abort: the person who waits has not asked for anything to stop. A status that had come
 * before a time limit is kept, and decides about a retry.
 */
export function endedFailure(endpoint: Endpoint, reason: unknown, head?: AnswerHead): ApiError {
  const known = { ...endpoint, ...head };
  if (reason instanceof PageSlept) return networkFailure(known, reason);
  if (toLocalError(reason).kind === "timeout")
    return new ApiError({ ...known, ...noAnswer.timeout });
  return new ApiError({ ...known, ...noAnswer.aborted }, { cause: reason });
}

/** `fetch` rejected, or the answer broke off. */
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

/** The app's own credentials failed: with an API's error, on the network, or by a mistake in them. */
export function credentialsFailure(endpoint: Endpoint, thrown: unknown): ApiError {
  if (isInnerNetworkFailure(thrown)) return networkFailure(endpoint, thrown);
  return adoptedFailure(endpoint, thrown);
}

/** `refresh` failed, which may have been answered to another client than the kit's. */
export function refreshFailure(endpoint: Endpoint, thrown: unknown): ApiError {
  const read = toApiError(thrown);
  return isAnswered(read)
    ? adoptedFailure(endpoint, thrown, read)
    : credentialsFailure(endpoint, thrown);
}

/** Whoever the call was begun for has gone, before anything was sent. */
export function signedOutFailure(endpoint: Endpoint): ApiError {
  return new ApiError({
    ...endpoint,
    code: "UNAUTHORIZED",
    kind: "unauthorized",
    message: "Nothing was sent: whoever began this call is no longer signed in.",
    attempts: 0,
  });
}

/** What `fetch` gave is no answer, as a mock may give it. */
export function misusedFetchFailure(endpoint: Endpoint, message: string): ApiError {
  return new ApiError({ ...endpoint, code: "UNEXPECTED_ERROR", kind: "unexpected", message });
}

/** A rate limit that another call was told of keeps this one from being sent. Nothing that is that call's own comes along. */
export function heldBackFailure(
  endpoint: Endpoint,
  { kind, status, route }: HeldBy,
  retryAt: number | undefined,
): ApiError {
  return new ApiError({
    ...endpoint,
    code: "HELD_BACK",
    kind,
    message: "Nothing was sent: the API has told others to stay away for now.",
    retryAfterMs: retryAt === undefined ? undefined : retryAt - Date.now(),
    heldBy: { kind, status, route },
  });
}

type Known = Endpoint & AnswerHead;

function networkFailure(known: Known, cause: unknown): ApiError {
  return new ApiError({ ...known, ...noAnswer.network }, { cause });
}

/**
 * A new error, because one thrown before may be frozen, or stand for another call that has been reported already. Of one
 * that was aborted the caller knows nothing: to them no answer came, and silence would lose what they did.
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
