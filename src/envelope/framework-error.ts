import { ApiError, reviveApiError } from "../error/api-error.ts";
import { toLocalError } from "../error/local-error.ts";
import { readProperty } from "../error/read-property.ts";
import { parseRequestId } from "../error/request-id.ts";
import { isControlFlow } from "./control-flow.ts";
import { errorFromAnswer, type Reading } from "./error-from-response.ts";
import { copyBody } from "./parsed-body.ts";

/**
 * Reads what React Router makes of a `Response` or of `data(…)` that a loader or an action threw
 * (`isRouteErrorResponse`), by its status and the envelope in it. `data(error.toJSON(), { status })` brings a whole
 * `ApiError` from a server. Undefined for anything else. Never throws.
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
  // If this came as an error answer, the page did not abort the call.
  return revived && (revived.kind !== "aborted" || status < 400) ? revived : answer();
}

/**
 * Reads what Next keeps of a server's error in production: a `digest`, which is an `ApiError`'s request ID, or else a
 * number. The server failed, and nothing more is known. Undefined for anything else, and for Next's control flow. Never
 * throws.
 */
export function readDigest(thrown: unknown): ApiError | undefined {
  const digest = readProperty(thrown, "digest");
  if (typeof digest !== "string" || !/\S/.test(digest) || isControlFlow(thrown)) return undefined;
  const error = toLocalError(thrown);
  // A copy of an ApiError, an abort and the like say more than their digest.
  if (error.code !== "UNEXPECTED_ERROR" || error.cause !== thrown) return error;
  const requestId = nextHash.test(digest) ? undefined : parseRequestId(digest);
  const { message } = error;
  return new ApiError(
    { code: "UNKNOWN", kind: "serverError", message, requestId },
    { cause: thrown },
  );
}

/** Next's digest for an error without one: a number, in newer versions followed by the code of a Next error. */
const nextHash = /^\d+(?:@E\d+)?$/;
