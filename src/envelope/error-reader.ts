import { ApiError, amendApiError, reviveApiError } from "../error/api-error.ts";
import { hideSecrets } from "../error/hide-secrets.ts";
import { isErrorObject } from "../error/is-error-object.ts";
import { isObject } from "../error/is-object.ts";
import { isStatus } from "../error/kind-from-status.ts";
import { toLocalError } from "../error/local-error.ts";
import { memberAt } from "../error/member-at.ts";
import { noAnswer } from "../error/no-answer.ts";
import { retryableStatuses } from "../error/retryable-statuses.ts";
import { causesOf } from "./causes.ts";
import { errorFromAnswer, errorInBody, type Reading } from "./error-from-response.ts";
import { forbidsRetry } from "./forbids-retry.ts";
import { readDigest, readRouteResponse } from "./framework-error.ts";
import { addOutcome, knownErrorOf } from "./known-errors.ts";
import { retryAfterFrom } from "./parse-retry-after.ts";
import { findAnswer } from "./thrown-answer.ts";
import { findRequest } from "./thrown-request.ts";
import { unansweredIn } from "./unanswered.ts";

/** Makes an `ApiError` of any thrown value, and the same one for the same object. Never throws. */
export type ErrorReader = (thrown: unknown) => ApiError;

/**
 * {@link toApiError} with an app's own way of reading answers.
 *
 * Each reader remembers the error that it made of an object for as long as the object lives: cards, toasts and
 * `onError` tell failures apart by object, and a component may ask at every render. A WeakMap, so that frozen objects
 * and proxies work too; it misses what a library changes on its error later. Each reader has its own memory, because
 * readers read differently. An error that `api.fetch` or `readApiError` already made of the answer comes first, even if
 * it was made later. What the retry loop decided about a call is the same in all readers.
 */
export function createErrorReader(reading: Reading = {}): ErrorReader {
  const errors = new WeakMap<object, ApiError>();
  return (thrown) => {
    const known = findKnownError(thrown);
    if (!isObject(thrown)) return known ?? readThrown(thrown, reading);
    const error = known ?? errors.get(thrown) ?? readThrown(thrown, reading);
    errors.set(thrown, error);
    return addOutcome(error, thrown);
  };
}

/** Where libraries keep the answer and the request of an error. */
const carriers = ["response", "request", "response.request", "meta.response"];

/** The error that `api.fetch` or `readApiError` already made for this failure. */
function findKnownError(thrown: unknown): ApiError | undefined {
  for (const error of isLive(thrown) ? [thrown] : ownCausesOf(thrown)) {
    if (isLive(error)) return error;
    const held = [error, ...carriers.map((path) => memberAt(error, path))];
    const known = held.map(knownErrorOf).find((one) => one !== undefined);
    if (known) return known;
  }
  return undefined;
}

/** The errors that belong to the same call. If an error has an answer of its own, its causes belong to other calls. */
function ownCausesOf(thrown: unknown): readonly unknown[] {
  return isStatus(memberAt(thrown, "response.status")) ? [thrown] : causesOf(thrown);
}

function isLive(value: unknown): value is ApiError {
  try {
    return value instanceof ApiError;
  } catch {
    // A proxy may throw at any operation.
    return false;
  }
}

function readThrown(thrown: unknown, reading: Reading): ApiError {
  return (
    ownCausesOf(thrown).map(reviveApiError).find(Boolean) ??
    readRouteResponse(thrown, reading) ??
    readAnswer(thrown, reading) ??
    readDigest(thrown) ??
    readUnanswered(thrown)
  );
}

function readAnswer(thrown: unknown, reading: Reading): ApiError | undefined {
  const answer = findAnswer(thrown);
  if (!answer) return undefined;
  const { status, headers } = answer;
  // A body that was thrown by itself contains its server's data, and so cannot name the request.
  const isBody = status === 0 && !isErrorObject(thrown);
  const { url: _, ...request } = isBody ? {} : findRequest(thrown);
  const known = { ...request, retryAfterMs: retryAfterFrom(headers) };
  const isNoFailure = status === 0 || (status >= 200 && status < 300);
  const otherwise = isBody ? "unexpected" : "clientError";
  const told = isNoFailure ? errorInBody(answer, known, reading, otherwise) : undefined;
  if (!told && status === 0) return undefined;
  const error = told ?? errorFromAnswer(answer, known, reading);
  error.cause = thrown;
  const timed = withRetryTime(error, reading);
  return forbidsRetry(headers) ? amendApiError(timed, { retryStopped: "notRetryable" }) : timed;
}

/** Keeps `retryAfterMs` only if the call may be retried, and adds `retryAt`. */
function withRetryTime(error: ApiError, { retryStatuses = [] }: Reading): ApiError {
  const { at, kind, status = 0, retryAfterMs } = error;
  const isLimited = status < 300 && kind === "rateLimited";
  if (retryAfterMs === undefined) return error;
  return isLimited || [...retryableStatuses, ...retryStatuses].includes(status)
    ? amendApiError(error, { retryAt: at + retryAfterMs })
    : amendApiError(error, { retryAfterMs: undefined });
}

function readUnanswered(thrown: unknown): ApiError {
  const local = toLocalError(thrown);
  if (local.code === "OUTDATED_PAGE") return local;
  const { url, ...request } = isErrorObject(thrown) ? findRequest(thrown) : {};
  const reason = unansweredIn(thrown);
  const isWhole = reason === undefined || reason === local.kind;
  if (isWhole && url === undefined) return local;
  const { code, kind, message } = reason ? noAnswer[reason] : local;
  const words = url?.includes("?")
    ? message.replaceAll(hideSecrets(url), request.route ?? "")
    : message;
  return new ApiError({ ...request, code, kind, message: words }, { cause: thrown });
}
