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
  /** How often the route fails before calls go on to the next handler. Default: always. */
  times?: number | undefined;
}

/**
 * Makes a route fail. Put it before the handler that works: calls that it does not fail go on to that one. `times`
 * counts over the whole life of this handler, also after `server.resetHandlers()`: make a new one for each test.
 *
 * ```ts
 * server.use(failing("GET /v1/sessions/{sessionId}", "SESSION_EXPIRED", { times: 1 }));
 * ```
 *
 * @throws TypeError if the route is not `"METHOD /path"`, if `baseUrl` is relative and there is no page, or if the
 * failure does not exist
 */
export function failing<R extends MockRoute>(
  route: WellFormed<R>,
  failure: Failure,
  options: FailingOptions = {},
): HttpHandler {
  // Thrown here, because MSW would answer the first request with a 500 of its own.
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
