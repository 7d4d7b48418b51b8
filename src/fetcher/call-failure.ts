import { ApiError, type ApiErrorFields } from "../error/api-error.ts";
import { toApiError } from "../error/to-api-error.ts";
import { isGivenFetchFailure, isInnerNetworkFailure, isNetworkFailure } from "./network-failure.ts";

type Known = Partial<ApiErrorFields>;

/**
 * The signal aborted: by the attempt's own time limit, or by the caller. An `AbortSignal.timeout` of the caller's is a
 * time limit too, and no silent abort: the person who waits has not asked for anything to stop. A status that had come
 * before a time limit is kept, and decides about a retry.
 */
export function endedFailure(known: Known, reason: unknown): ApiError {
  if (toApiError(reason).kind === "timeout") {
    const message = "The server did not answer in time.";
    return new ApiError({ ...known, code: "TIMEOUT", kind: "timeout", message });
  }
  return new ApiError(
    { ...known, code: "ABORT_ERROR", kind: "aborted", message: "The request was aborted." },
    { cause: reason },
  );
}

/** `fetch` rejected, or the answer broke off. */
export function fetchFailure(known: Known, thrown: unknown, isPagesOwn: boolean): ApiError {
  const isNetwork = isPagesOwn ? isNetworkFailure(thrown) : isGivenFetchFailure(thrown);
  return isNetwork ? networkFailure(known, thrown) : adoptedFailure(known, thrown);
}

/** The app's own credentials failed: with an API's error, on the network, or by a mistake in them. */
export function credentialsFailure(known: Known, thrown: unknown): ApiError {
  if (isInnerNetworkFailure(thrown)) return networkFailure(known, thrown);
  return adoptedFailure(known, thrown);
}

/** Whoever the call was begun for has gone, before anything was sent. */
export function signedOutFailure(known: Known): ApiError {
  return new ApiError({
    ...known,
    code: "UNAUTHORIZED",
    kind: "unauthorized",
    message: "Nothing was sent: whoever began this call is no longer signed in.",
    attempts: 0,
  });
}

/** A rate limit that another call was told of keeps this one from being sent. */
export function heldBackFailure(
  known: Known,
  { code, kind, message, status, requestId, details }: ApiError,
  retryAt: number | undefined,
): ApiError {
  const retryAfterMs = retryAt === undefined ? undefined : retryAt - Date.now();
  const words = { code, kind, message, status, requestId, details };
  return new ApiError({ ...known, ...words, retryAfterMs });
}

function networkFailure(known: Known, cause: unknown): ApiError {
  const message = "No complete answer came from the server.";
  return new ApiError({ ...known, code: "NETWORK_ERROR", kind: "network", message }, { cause });
}

/** A new error, because one thrown before may be frozen, or stand for another call that has been reported already. */
function adoptedFailure(known: Known, thrown: unknown): ApiError {
  const { code, kind, message, status, requestId, retryAfterMs, details } = toApiError(thrown);
  return new ApiError(
    { status, requestId, retryAfterMs, details, ...known, code, kind, message },
    { cause: thrown },
  );
}
