import { toApiError } from "../envelope/to-api-error.ts";
import { ApiError } from "../error/api-error.ts";
import { readProperty } from "../error/read-property.ts";

/** Statuses with which an authorization server (RFC 6749, 5.2), or another server, refuses a refresh. */
const refusals = new Set<unknown>([400, 401, 403]);

/** The error if the server refused `refresh`, which ends the session; undefined if `refresh` failed otherwise. */
export function refusalIn(thrown: unknown): ApiError | undefined {
  // An `ApiError`, a Response or another library's error: all have a `status`, or a `response` that does.
  const statuses = [thrown, readProperty(thrown, "response")].map((of) =>
    readProperty(of, "status"),
  );
  return statuses.some((status) => refusals.has(status)) ? toApiError(thrown) : undefined;
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
