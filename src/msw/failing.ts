import type { HttpHandler } from "msw";
import type { WellFormed } from "../error/route-form.ts";
import {
  type Failure,
  type FailureOptions,
  failureResponse,
  isFailure,
  transportFailures,
} from "./failure-response.ts";
import { type MockRoute, type RouteHandlerOptions, routeHandler } from "./route-handler.ts";

export interface FailingOptions extends FailureOptions, RouteHandlerOptions {
  /** How many calls fail before calls go on to the next handler. Default: all. */
  times?: number | undefined;
}

/**
 * Makes an MSW handler that lets calls of a route fail. Put it before the handler that works: calls that it does not fail go
 * on to that one. `times` counts all calls of this handler, and `server.resetHandlers()` does not reset it: make a new handler
 * for each test.
 *
 * ```ts
 * server.use(failing("GET /v1/sessions/{sessionId}", "SESSION_EXPIRED", { times: 1 }));
 * ```
 *
 * @throws TypeError if the route is not `"METHOD /path"`, if `baseUrl` is relative and there is no page, or if the failure
 * does not exist
 */
export function failing<R extends MockRoute>(
  route: WellFormed<R>,
  failure: Failure,
  options: FailingOptions = {},
): HttpHandler {
  // Thrown here, because MSW would turn it into a 500 of its own at the first request.
  if (!isFailure(failure))
    throw new TypeError(
      `failing needs a documented code, a status from 400 to 599 or one of ${transportFailures.join(", ")}: got ${JSON.stringify(failure)}`,
    );
  const { baseUrl, times = Number.POSITIVE_INFINITY, ...answer } = options;
  let failures = 0;
  return routeHandler(
    route,
    () => {
      if (failures >= times) return undefined;
      failures += 1;
      return failureResponse(failure, answer);
    },
    { baseUrl },
  );
}
