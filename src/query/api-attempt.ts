import type { QueryClient } from "@tanstack/react-query";
import { toApiError } from "../error/to-api-error.ts";
import type { RequestSettings } from "../fetcher/api-options.ts";
import { type Api, internalsOf } from "../fetcher/create-api.ts";
import type { Route } from "../fetcher/route.ts";
import { beginCall, type CallRecord, failCall } from "./call-record.ts";
import { sessionOf } from "./client-session.ts";
import type { RetryRules } from "./retry-by-policy.ts";

/** A request as the query layer holds it, whatever its route. */
export type AttemptRequest<Output> = RequestSettings<Output> & {
  params?: Readonly<Record<string, unknown>>;
};

/** The call that an attempt belongs to, as TanStack Query knows it. */
export interface AttemptOf {
  token: object;
  client: QueryClient;
  rules: RetryRules;
  resumed?: CallRecord | undefined;
}

/**
 * Sends one attempt of a call whose retries TanStack Query counts, and tells the API's `onError` where it is the last one.
 * @throws ApiError for every failure, misuse included
 */
export async function apiAttempt<Output>(
  api: Api,
  route: Route,
  request: AttemptRequest<Output>,
  { token, client, rules, resumed }: AttemptOf,
): Promise<Output> {
  const { idempotencyKey, ...settings } = request;
  const { maxAttempts } = rules;
  const { attempt, report } = internalsOf(api);
  sessionOf(client).join(api);
  const call = beginCall({ token, client, maxAttempts, idempotencyKey, resumed });
  const { progress, idempotencyKey: key } = call;
  try {
    return await attempt<Route, Output>(route, {
      ...settings,
      ...(key !== undefined && { idempotencyKey: key }),
      progress,
    });
  } catch (thrown) {
    const error = toApiError(thrown);
    const [method = ""] = route.split(" ", 1);
    const decision = rules.judge(call, error, method);
    failCall(call, error, decision);
    if (!decision.retry) report(error);
    throw error;
  }
}
