import { ApiError, reviveApiError } from "../error/api-error.ts";
import { toLocalError } from "../error/local-error.ts";
import { readProperty } from "../error/read-property.ts";
import { parseRequestId } from "../error/request-id.ts";
import { isControlFlow } from "./control-flow.ts";
import { errorFromAnswer, type Reading } from "./error-from-response.ts";
import { copyBody } from "./parsed-body.ts";

/**
 * What React Router makes of a `Response`, or of `data(…)`, that a loader or an action threw (`isRouteErrorResponse`): the
 * status and the envelope in it count. `data(error.toJSON(), { status })` brings a whole `ApiError` from a server. Undefined
 * for anything else. Never throws.
 */
export function readRouteResponse(thrown: unknown, reading: Reading): ApiError | undefined {
  const status = readProperty(thrown, "status");
  const isRouteResponse =
    typeof status === "number" &&
    typeof readProperty(thrown, "statusText") === "string" &&
    typeof readProperty(thrown, "internal") === "boolean";
  if (!isRouteResponse) return undefined;
  const { text = "", body } = copyBody(readProperty(thrown, "data")) ?? {};
  const answer = () => errorFromAnswer({ status, headers: new Headers(), body, text }, {}, reading);
  const revived = reviveApiError(body);
  // The page did not abort what came as an answer.
  return revived && (revived.kind !== "aborted" || status < 400) ? revived : answer();
}

/**
 * What Next leaves of its server's errors in production: a `digest`, which for an `ApiError` is its request id, and else a
 * number. The page is not at fault, and nothing more is known. Undefined for anything else, and for what Next steers itself
 * with. Never throws.
 */
export function readDigest(thrown: unknown): ApiError | undefined {
  const digest = readProperty(thrown, "digest");
  if (typeof digest !== "string" || !/\S/.test(digest) || isControlFlow(thrown)) return undefined;
  const error = toLocalError(thrown);
  // A copy of an ApiError, an abort or the like says more than its digest.
  if (error.code !== "UNEXPECTED_ERROR" || error.cause !== thrown) return error;
  const requestId = nextHash.test(digest) ? undefined : parseRequestId(digest);
  const { message } = error;
  return new ApiError(
    { code: "UNKNOWN", kind: "serverError", message, requestId },
    { cause: thrown },
  );
}

/** What Next makes up for an error that has no digest: a number, and in newer versions the code of an error of its own. */
const nextHash = /^\d+(?:@E\d+)?$/;
