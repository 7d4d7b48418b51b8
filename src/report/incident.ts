import type { ApiError } from "../error/api-error.ts";
import type { ErrorKind } from "../error/error-kind.ts";
import { withoutUndefined } from "../error/without-undefined.ts";
import { toReportedError } from "./reported-error.ts";

/**
 * What a reporter sends about a failure. Never a header, body, query string, path parameter or token, the server's message,
 * or a property of a library's error.
 */
export interface Incident {
  /**
   * An error made for the service. For a failed call, its name is the code, and its message the route and the status. For an
   * error in the app's own code, it has that error's name, message, stack and causes.
   */
  error: Error;
  /** `"warning"` for a failure that may pass by itself: rate limits, time-outs, the network. */
  level: "error" | "warning";
  /**
   * Failures with the same fingerprint are one issue: it is made from code, kind, API and route. Undefined for an error in the
   * app's own code, which services group by its stack.
   */
  fingerprint: string | undefined;
  /** Short texts to search for: `code`, `kind`, `status`, `route`, `api`, `request_id`, as far as they are known. */
  tags: Readonly<Record<string, string>>;
  /** `attempts`, `retryStopped`, `heldBy`, and what the app adds. */
  context: Readonly<Record<string, unknown>>;
}

const warnings: readonly ErrorKind[] = ["rateLimited", "timeout", "network"];

/** @param more what the app adds to the context */
export function toIncident(
  error: ApiError,
  more: Readonly<Record<string, unknown>> = {},
): Incident {
  const { code, kind, status, route, api, requestId, attempts, retryStopped, heldBy } = error;
  // A toast tells failures without a route apart by the message, which is the server's.
  const issue = [code, kind, api, route].filter((part) => part !== undefined).join(" ");
  const tags = { code, kind, status: status?.toString(), route, api, request_id: requestId };
  return {
    error: toReportedError(error),
    level: warnings.includes(kind) ? "warning" : "error",
    fingerprint: code === "UNEXPECTED_ERROR" ? undefined : issue,
    tags: Object.fromEntries(
      Object.entries(tags).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])),
    ),
    context: withoutUndefined({ attempts, retryStopped, heldBy, ...more }),
  };
}
