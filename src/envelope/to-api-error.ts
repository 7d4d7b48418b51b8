import { ApiError, reviveApiError } from "../error/api-error.ts";
import { toLocalError } from "../error/local-error.ts";
import { readProperty } from "../error/read-property.ts";
import { parseRequestId } from "../error/request-id.ts";
import { isControlFlow } from "./control-flow.ts";
import { errorFromAnswer } from "./error-from-response.ts";

/**
 * Makes an `ApiError` of whatever was thrown, or a framework's own error page is handed. Never throws.
 *
 * - React Router makes `{ status, statusText, internal, data }` of a `Response`, or of `data(…)`, that a loader or an
 *   action threw (`isRouteErrorResponse`): the status and the envelope in it count. `data(error.toJSON(), { status })`
 *   brings a whole `ApiError` from a server.
 * - Next hides the errors of its server in production and leaves a `digest`, which for an `ApiError` is its request id.
 * - All else is what {@link toLocalError} makes of it.
 */
export function toApiError(thrown: unknown): ApiError {
  return readRouteResponse(thrown) ?? readDigest(thrown) ?? toLocalError(thrown);
}

function readRouteResponse(thrown: unknown): ApiError | undefined {
  if (typeof thrown !== "object" || thrown === null) return undefined;
  const status = readProperty(thrown, "status");
  const isRouteResponse =
    typeof status === "number" &&
    typeof readProperty(thrown, "statusText") === "string" &&
    typeof readProperty(thrown, "internal") === "boolean";
  if (!isRouteResponse) return undefined;
  const body = readProperty(thrown, "data");
  const text = typeof body === "string" ? body : "";
  const answer = () => errorFromAnswer({ status, headers: new Headers(), body, text });
  const revived = reviveApiError(body);
  // The page did not abort what came as an answer.
  return revived && (revived.kind !== "aborted" || status < 400) ? revived : answer();
}

function readDigest(thrown: unknown): ApiError | undefined {
  const digest = readProperty(thrown, "digest");
  if (typeof digest !== "string" || nextHash.test(digest) || isControlFlow(thrown))
    return undefined;
  const error = toLocalError(thrown);
  const requestId = parseRequestId(digest);
  if (error.requestId !== undefined || requestId === undefined) return error;
  const { code, kind, message } = error;
  return new ApiError({ code, kind, message, requestId }, { cause: thrown });
}

/** What Next makes up for an error that has no digest: a number, and in newer versions the code of an error of its own. */
const nextHash = /^\d+(?:@E\d+)?$/;
