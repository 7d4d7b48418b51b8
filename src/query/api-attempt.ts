import { toApiError } from "../error/to-api-error.ts";
import type { RequestSettings } from "../fetcher/api-options.ts";
import type { Api } from "../fetcher/create-api.ts";
import type { Route } from "../fetcher/route.ts";
import { type LogicalCall, logicalCallOf } from "./logical-call.ts";
import { noteFailure } from "./retry-by-policy.ts";

/** A request as the query layer holds it, whatever its route. */
export type AttemptRequest<Output> = RequestSettings<Output> & {
  params?: Readonly<Record<string, unknown>>;
};

/**
 * Sends one attempt of a call whose retries TanStack Query counts.
 * @throws ApiError for every failure, misuse included
 */
export async function apiAttempt<Output>(
  api: Api,
  route: Route,
  request: AttemptRequest<Output>,
  token: object,
): Promise<Output> {
  const { idempotencyKey, ...settings } = request;
  const call = logicalCallOf(token, idempotencyKey);
  const key = call.idempotencyKey === undefined ? {} : { idempotencyKey: call.idempotencyKey };
  try {
    const timeoutMs = timeLeftMs(api, call, settings.timeoutMs);
    return await api.attempt<Route, Output>(route, { ...settings, ...key, timeoutMs });
  } catch (thrown) {
    const error = toApiError(thrown);
    noteFailure(error, call, route.split(" ", 1)[0] ?? "");
    throw error;
  }
}

/**
 * An attempt's own time limit, or what is left of the total where that is less. A call that was paused, for want of a
 * connection or of a visible page, may resume past its total: it gets one whole attempt.
 */
function timeLeftMs(api: Api, call: LogicalCall, ownLimitMs = api.timeoutMs): number {
  const remainingMs = call.startMs + api.totalTimeoutMs - Date.now();
  return remainingMs > 0 ? Math.min(ownLimitMs, remainingMs) : ownLimitMs;
}
