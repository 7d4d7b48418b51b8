import type { ApiError } from "../error/api-error.ts";
import { warnOnce } from "../error/warn-once.ts";

/**
 * Hints once per origin, in development only, that the page cannot read the headers of a cross-origin 429: scripts see
 * only headers that the server exposes (Fetch, "CORS-safelisted response-header name").
 */
export function hintAtHiddenHeaders(error: ApiError, headers: Headers, { origin }: URL): void {
  warnOnce(
    () =>
      process.env.NODE_ENV !== "production" &&
      error.status === 429 &&
      error.requestId === undefined &&
      !headers.has("retry-after") &&
      isOtherOrigin(origin) && [
        `hidden headers of ${origin}`,
        `${origin} answered 429 and shows this page neither Retry-After nor a request id: let it send "Access-Control-Expose-Headers: Retry-After, X-Request-Id"`,
      ],
  );
}

function isOtherOrigin(origin: string): boolean {
  return typeof location !== "undefined" && location.origin !== origin;
}
