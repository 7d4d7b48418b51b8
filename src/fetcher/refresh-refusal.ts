import { toApiError } from "../envelope/to-api-error.ts";
import { ApiError } from "../error/api-error.ts";
import { readProperty } from "../error/read-property.ts";

/** What an authorization server refuses a refresh with (RFC 6749, 5.2), and other servers. */
const refusals = new Set<unknown>([400, 401, 403]);

/** What `refresh` was refused with, which ends the session; undefined where it failed otherwise. */
export function refusalIn(thrown: unknown): ApiError | undefined {
  // An `ApiError`, a Response or another library's error: all have a `status`, or a `response` that does.
  const statuses = [thrown, readProperty(thrown, "response")].map((of) =>
    readProperty(of, "status"),
  );
  return statuses.some((status) => refusals.has(status)) ? toApiError(thrown) : undefined;
}

/** `refresh` gave no token, which is a refusal too. */
export function noTokenGiven(): ApiError {
  return new ApiError({
    code: "UNAUTHORIZED",
    kind: "unauthorized",
    status: 401,
    message: "The session could not be renewed: refresh gave no token.",
  });
}
