import { ApiError, reviveApiError } from "./api-error.ts";
import { readProperty } from "./read-property.ts";

/**
 * Makes an `ApiError` of whatever was thrown, and never throws itself.
 *
 * - An `ApiError` comes back as it is; a clone, a JSON copy or one of another copy of the kit is rebuilt.
 * - An `AbortError` and TanStack Query's `CancelledError` become `ABORT_ERROR`, a `TimeoutError` (`AbortSignal.timeout`) becomes `TIMEOUT`.
 * - Everything else, `null` and `undefined` included, becomes `UNEXPECTED_ERROR` with the value as its `cause`.
 */
export function toApiError(thrown: unknown): ApiError {
  const revived = reviveApiError(thrown);
  if (revived) return revived;
  const name = readText(thrown, "name");
  const message = typeof thrown === "string" ? thrown : readText(thrown, "message");
  // CancelledError has no name of its own: it is an Error with this message, and with `revert` and `silent`.
  const isCancelled = message === "CancelledError" && typeof thrown === "object";
  if (name === "AbortError" || isCancelled)
    return new ApiError(
      { code: "ABORT_ERROR", kind: "aborted", message: message || "The request was aborted." },
      { cause: thrown },
    );
  if (name === "TimeoutError")
    return new ApiError(
      { code: "TIMEOUT", kind: "timeout", message: message || "The request took too long." },
      { cause: thrown },
    );
  return new ApiError(
    {
      code: "UNEXPECTED_ERROR",
      kind: "unexpected",
      message: message || "Something other than an API error was thrown.",
    },
    { cause: thrown },
  );
}

function readText(thrown: unknown, key: "name" | "message"): string | undefined {
  const value = readProperty(thrown, key);
  return typeof value === "string" ? value : undefined;
}
