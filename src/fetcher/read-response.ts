import type { ApiError } from "../error/api-error.ts";
import { type Answer, endpointOf } from "./prepared-request.ts";
import { isRedirect, readFailure, redirectError } from "./read-answer.ts";
import { isStream } from "./request-body.ts";

/** A success; or an error, with its answer if that can be handed on. */
type ReadResponse = { value: Response } | { error: ApiError; response?: Response };

/**
 * Leaves a success unread for the caller, and reads a copy of any other answer for its error. Three kinds of answers
 * are no success, but no failure either: a 304, an opaque one of another origin (`mode: "no-cors"`), and a redirect
 * that the caller asked for.
 * @param isRedirectAsked whether the caller itself said `redirect: "manual"`
 * @throws what the body stream failed with, and TypeError for a `Response.error()`
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
