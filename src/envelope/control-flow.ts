import { isApiError } from "../error/is-api-error.ts";
import { readProperty } from "../error/read-property.ts";

/**
 * Whether a framework threw this for control flow, so that it must reach the framework's own boundary.
 *
 * - Next marks `redirect()`, `notFound()`, `forbidden()` and its render bail-outs with a `digest` (`NEXT_REDIRECT;…`,
 *   `NEXT_HTTP_ERROR_FALLBACK;404`, `BAILOUT_TO_CLIENT_SIDE_RENDERING`, `DYNAMIC_SERVER_USAGE`). An error that only
 *   came from its server has a digest of another form.
 * - An `ApiError` never is, whatever its digest: that holds only a request ID from its server.
 * - React Router marks redirects and responses that a server component throws with a `digest` too
 *   (`REACT_ROUTER_ERROR:REDIRECT:{…}`).
 * - TanStack Router throws `notFound()` as `{ isNotFound: true }` and `redirect()` as a Response with `options`.
 */
export function isControlFlow(thrown: unknown): boolean {
  if (typeof thrown !== "object" || thrown === null || isApiError(thrown)) return false;
  const digest = readProperty(thrown, "digest");
  if (typeof digest === "string" && steeringDigest.test(digest)) return true;
  if (readProperty(thrown, "isNotFound") === true || readProperty(thrown, "isRedirect") === true)
    return true;
  try {
    return typeof Response !== "undefined" && thrown instanceof Response && "options" in thrown;
  } catch {
    // A proxy may throw at any operation.
    return false;
  }
}

const steeringDigest =
  /^(?:REACT_ROUTER_ERROR:|NEXT_(?:REDIRECT|NOT_FOUND|HTTP_ERROR_FALLBACK)(?:;|$)|BAILOUT_TO_CLIENT_SIDE_RENDERING$|DYNAMIC_SERVER_USAGE$|HANGING_PROMISE_REJECTION$|NEXT_PRERENDER_INTERRUPTED$)/;
