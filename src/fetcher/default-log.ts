import type { ApiError } from "../error/api-error.ts";
import { toBareCause } from "../error/bare-cause.ts";
import { inDevelopment } from "../error/in-development.ts";
import { formatLogLine } from "../error/log-line.ts";

/**
 * Logs failures of an API without `onError`. An `UNEXPECTED_ERROR` is a bug in the app's own code: the line alone would
 * say nothing, so its cause is logged too. So is what is wrong with an answer, such as the fields that a schema
 * refuses, but only in development: schemas may quote the answer.
 */
export function logToConsole(error: ApiError): void {
  const line = formatLogLine(error);
  if (error.code === "UNEXPECTED_ERROR") console.error(line, toBareCause(error.cause));
  else
    console.error(
      line,
      ...(inDevelopment(
        () =>
          process.env.NODE_ENV !== "production" &&
          error.kind === "invalidResponse" && [error.message],
      ) ?? []),
    );
}
