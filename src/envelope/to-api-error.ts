import type { ApiError } from "../error/api-error.ts";
import { createErrorReader } from "./error-reader.ts";

/** Module-level: all callers of `toApiError` get the same errors. On a server, requests share no thrown object. */
const readByDefault = /* @__PURE__ */ createErrorReader();

/**
 * Makes an `ApiError` from anything that was thrown. Never throws.
 *
 * - An `ApiError` is returned as it is, also if it is the `cause` of another error, or belongs to an error, answer or
 *   request of `api.fetch`. A clone, a JSON copy or an error of another copy of the package is rebuilt.
 * - From the errors of axios, ky, ofetch, SuperAgent, tRPC, oRPC, Apollo and urql, from an answer of axios and from a
 *   `Response` it reads code, message, request id, details and `Retry-After`. From a `Response`, and from an error of
 *   ky 1, it reads only status and headers: `await readApiError(response)` reads the body too.
 * - From a body that was thrown by itself, as with openapi-fetch and hey-api, it reads the same; `status` is undefined
 *   unless the body has one. From an `Error` with a `status`, it reads that and `code`, `requestId` and `details`.
 * - Every library's cancellation becomes `ABORT_ERROR`, a time limit `TIMEOUT`, no answer `NETWORK_ERROR`, and a part
 *   of the page that could not be imported `OUTDATED_PAGE`. Parsed data never becomes an `ABORT_ERROR`, which nobody
 *   would see.
 * - What a loader or an action of React Router threw is read from `{ status, statusText, internal, data }`: a
 *   `Response`, or a whole `ApiError` that a server threw as `data(error.toJSON(), { status })`. From Next comes a
 *   `digest`, which for an `ApiError` is its request id.
 * - Everything else becomes `UNEXPECTED_ERROR`, also `null` and `undefined`.
 *
 * If the error names its request, `route` is the method and the path with `{}` for each id. `cause` is what was thrown.
 * The same object always gives the same `ApiError`.
 *
 * ```ts
 * const error = toApiError(await axios.get("/v1/sessions/ses_1").catch((thrown) => thrown));
 * error.code; // "SESSION_EXPIRED"
 * error.route; // "GET /v1/sessions/{}"
 * ```
 */
export function toApiError(thrown: unknown): ApiError {
  return readByDefault(thrown);
}
