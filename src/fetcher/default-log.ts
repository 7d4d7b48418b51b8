import type { ApiError } from "../error/api-error.ts";
import { toBareCause } from "../error/bare-cause.ts";
import { inDevelopment } from "../error/in-development.ts";
import { formatLogLine } from "../error/log-line.ts";

/**
 * Where failures go without an `onError`. What is no API failure is a fault in the app's own code: its line alone would
 * tell nothing, so its cause goes along. So does what is wrong with an answer, as the fields that a schema refuses, in
 * development only: schemas may quote the answer.
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
