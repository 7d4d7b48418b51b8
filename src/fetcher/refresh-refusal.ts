import { toApiError } from "../envelope/to-api-error.ts";
import { ApiError } from "../error/api-error.ts";

/** Statuses with which an authorization server (RFC 6749, 5.2), or another server, refuses a refresh. */
const refusals = new Set<unknown>([400, 401, 403]);

/** The error if the server refused `refresh`, which ends the session; undefined if `refresh` failed otherwise. */
export function refusalIn(thrown: unknown): ApiError | undefined {
  const error = toApiError(thrown);
  return refusals.has(error.status) ? error : undefined;
}

/** The error if `refresh` gave no token, which is a refusal too. */
export function noTokenGiven(): ApiError {
  return new ApiError({
    code: "UNAUTHORIZED",
    kind: "unauthorized",
    status: 401,
    message: "The session could not be renewed: refresh gave no token.",
  });
}
