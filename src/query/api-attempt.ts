import { toApiError } from "../error/to-api-error.ts";
import type { RequestSettings } from "../fetcher/api-options.ts";
import type { Api } from "../fetcher/create-api.ts";
import type { Route } from "../fetcher/route.ts";
import { sessionOf } from "./client-session.ts";
import { type CallStart, logicalCallOf } from "./logical-call.ts";
import { noteFailure } from "./retry-by-policy.ts";

/** A request as the query layer holds it, whatever its route. */
export type AttemptRequest<Output> = RequestSettings<Output> & {
  params?: Readonly<Record<string, unknown>>;
};

/** The call that an attempt belongs to, as TanStack Query knows it. */
export interface AttemptOf extends Omit<CallStart, "idempotencyKey"> {
  /** What TanStack Query keeps for one call and makes anew for the next. */
  token: object;
}

/**
 * Sends one attempt of a call whose retries TanStack Query counts.
 * @throws ApiError for every failure, misuse included
 */
export async function apiAttempt<Output>(
  api: Api,
  route: Route,
  request: AttemptRequest<Output>,
  { token, ...start }: AttemptOf,
): Promise<Output> {
  const { idempotencyKey, ...settings } = request;
  sessionOf(start.client).join(api);
  const call = logicalCallOf(token, { ...start, idempotencyKey });
  const { progress } = call;
  const key = call.idempotencyKey === undefined ? {} : { idempotencyKey: call.idempotencyKey };
  try {
    return await api.attempt<Route, Output>(route, { ...settings, ...key, progress });
  } catch (thrown) {
    const error = toApiError(thrown);
    noteFailure(error, call, route.split(" ", 1)[0] ?? "");
    throw error;
  }
}
