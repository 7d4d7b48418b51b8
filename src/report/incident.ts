import type { ApiError } from "../error/api-error.ts";
import type { ErrorKind } from "../error/error-kind.ts";
import { withoutUndefined } from "../error/without-undefined.ts";
import { toReportedError } from "./reported-error.ts";

/**
 * What a service for errors is told of a failure. Never a header, a body, a query string, a parameter of the path, a token,
 * the server's message, or what a library hung on its error.
 */
export interface Incident {
  /**
   * An error made for the service. After a call it is named by the code and its message is route and status; of a fault in
   * the app's own code it has the name, the message, the stack and the causes.
   */
  error: Error;
  /** `"warning"` of what may mend itself: rate limits, time-outs, the network. */
  level: "error" | "warning";
  /**
   * Equal for what is one issue: code, kind, API and route. Undefined for a fault in the app's own code, of which services
   * go by the stack.
   */
  fingerprint: string | undefined;
  /** Short texts to search by: `code`, `kind`, `status`, `route`, `api`, `request_id`, as far as they are known. */
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
