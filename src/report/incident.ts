import type { ApiError } from "../error/api-error.ts";
import type { ErrorKind } from "../error/error-kind.ts";
import { withoutUndefined } from "../error/without-undefined.ts";
import { toReportedError } from "./reported-error.ts";

/**
 * What an error service is sent about a failure. Never holds a header, a body, a query string, a path parameter, a
 * token, the server's message, or what a library put on its error.
 */
export interface Incident {
  /**
   * An error made for the service. For a failed call its name is the code, and its message the route and the status.
   * For a fault in the app's own code it has the name, message, stack and causes of that.
   */
  error: Error;
  /** `"warning"` for failures that may end by themselves: rate limits, time-outs, the network. */
  level: "error" | "warning";
  /**
   * Equal for failures that are one issue: code, kind, API and route. Undefined for a fault in the app's own code,
   * which services group by stack.
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
  // Not the toasts' fingerprint: for failures without a route, that holds the server's message.
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
