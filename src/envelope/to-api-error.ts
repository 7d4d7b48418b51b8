import type { ApiError } from "../error/api-error.ts";
import { createErrorReader } from "./error-reader.ts";

/** Module-level, since whoever calls `toApiError` means the same errors. On a server, requests share no thrown object. */
const readByDefault = /* @__PURE__ */ createErrorReader();

/**
 * Makes an `ApiError` of whatever was thrown, by its shape. Never throws.
 *
 * - An `ApiError` comes back as it is, also out of the `cause` of another error, or of an error, answer or request that
 *   `api.fetch` had to do with. A clone, a JSON copy or one of another copy of the kit is rebuilt.
 * - What axios, ky, ofetch, SuperAgent, tRPC, oRPC, Apollo and urql throw, an answer of axios and a `Response` are read as
 *   the answer in them: code, message, request id, details, `Retry-After`. Of a `Response` only the head is known here, and
 *   of ky 1's errors too: `await readApiError(response)` reads all.
 * - A body that was thrown by itself, as openapi-fetch's and hey-api's are, is read as one; its `status` is undefined unless
 *   it names one. So is an Error with a `status` of its own, with its `code`, `requestId` and `details`.
 * - Every library's cancellation becomes `ABORT_ERROR`, a time limit `TIMEOUT`, no answer `NETWORK_ERROR`, a part of the page
 *   that could not be imported `OUTDATED_PAGE`.
 * - React Router makes `{ status, statusText, internal, data }` of a `Response`, or of `data(…)`, that a loader or an action
 *   threw; `data(error.toJSON(), { status })` brings a whole `ApiError` from a server. Next leaves a `digest`, which for an
 *   `ApiError` is its request id.
 * - Everything else, `null` and `undefined` included, becomes `UNEXPECTED_ERROR`.
 *
 * Where the error names its request, `route` is its method and path with `{}` for each id. `cause` is what was thrown. The
 * same object gives the same `ApiError` each time. Data that is spelt like an abort is none: a server that sends it would
 * not be heard.
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
