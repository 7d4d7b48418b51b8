import type { ApiError } from "../error/api-error.ts";
import { type Answer, endpointOf } from "./prepared-request.ts";
import { isRedirect, readFailure, redirectError } from "./read-answer.ts";
import { isStream } from "./request-body.ts";

/** A success, or the error of an answer and the answer itself, where it can be handed on. */
type ReadResponse = { value: Response } | { error: ApiError; response?: Response };

/**
 * Leaves a success to its reader, unread. Of all else it reads a copy, for its error. Three answers are no failures though
 * they are no successes: what a condition has spared (304), what another origin keeps to itself (`mode: "no-cors"`), and
 * a redirect that was asked for as it is.
 * @param isRedirectAsked whether the caller itself said `redirect: "manual"`
 * @throws what the body stream broke with, and TypeError for a `Response.error()`
 */
export async function readResponse(
  { response, head, request, deadline }: Answer<Response>,
  isRedirectAsked: boolean,
): Promise<ReadResponse> {
  const { status, type, body, ok } = response;
  if (type === "error") throw new TypeError("network error");
  const isRedirected = isRedirect(response);
  if (ok || status === 304 || type === "opaque" || (isRedirected && isRedirectAsked)) {
    if (isStream(body)) deadline.handOver(body);
    return { value: response };
  }
  if (isRedirected) {
    body?.cancel().catch(() => {});
    return { error: redirectError({ ...endpointOf(request), ...head }) };
  }
  return { error: await readFailure(response.clone(), head, request), response };
}
