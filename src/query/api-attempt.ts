import type { QueryClient } from "@tanstack/react-query";
import { toApiError } from "../error/to-api-error.ts";
import { warnOnce } from "../error/warn-once.ts";
import type { RequestSettings } from "../fetcher/api-options.ts";
import { type Api, internalsOf } from "../fetcher/create-api.ts";
import type { Route } from "../fetcher/route.ts";
import { type Beginning, beginCall, failCall } from "./call-record.ts";
import { sessionOf } from "./client-session.ts";
import { attemptsUpTo, type OwnRetry, type RetryRules } from "./retry-by-policy.ts";

/** A request as the query layer holds it, whatever its route. */
export type AttemptRequest<Output> = RequestSettings<Output> & {
  params?: Readonly<Record<string, unknown>>;
};

/** The call that an attempt belongs to, as TanStack Query knows it. */
export interface AttemptOf {
  token: object;
  client: QueryClient;
  rules: RetryRules;
  /** The client's own default for queries or mutations of this key. */
  clients: OwnRetry | undefined;
  beginning?: Beginning | undefined;
}

/**
 * Sends one attempt of a call whose retries TanStack Query counts, and tells the API's `onError` where it is the last one.
 * @throws ApiError for every failure, misuse included
 */
export async function apiAttempt<Output>(
  api: Api,
  route: Route,
  request: AttemptRequest<Output>,
  { token, client, rules, clients, beginning }: AttemptOf,
): Promise<Output> {
  const { idempotencyKey, ...settings } = request;
  const maxAttempts = attemptsUpTo(rules.maxAttempts, clients);
  const { attempt, report, watchers, sinceNow } = internalsOf(api);
  sessionOf(client).join(api);
  const call = beginCall({ token, client, maxAttempts, idempotencyKey, beginning, sinceNow });
  const { progress, idempotencyKey: key } = call;
  try {
    if (beginning) progress.owner ??= await beginning.owner;
    return await attempt<Route, Output>(route, {
      ...settings,
      ...(key !== undefined && { idempotencyKey: key }),
      progress,
    });
  } catch (thrown) {
    // Not before: a component's effects, which fetch, come before the provider's, which watches.
    warnOfUnwatched(client, watchers);
    const error = toApiError(thrown);
    const [method = ""] = route.split(" ", 1);
    const decision = rules.judge(call, { error, method, clients });
    failCall(call, error, decision);
    if (!decision.retry) report(error);
    throw error;
  }
}

/** A provider that stands around the app's own `QueryClientProvider` watches another client than the app uses. */
function warnOfUnwatched(client: QueryClient, watchers: ReadonlySet<object>): void {
  if (watchers.size === 0 || watchers.has(client)) return;
  warnOnce(
    "unwatched client",
    "the provider watches another QueryClient than the app uses, so that failures of this one make no toast: put <QueryClientProvider> around <RecourseProvider>",
  );
}

/** What a client's defaults say of retries: those for a key, else those for all. */
export function clientsRetry(
  client: QueryClient,
  {
    queryKey,
    mutationKey,
  }: { queryKey?: readonly unknown[]; mutationKey?: readonly unknown[] | undefined },
): OwnRetry | undefined {
  const { queries, mutations } = client.getDefaultOptions();
  const given = queryKey
    ? (client.getQueryDefaults(queryKey).retry ?? queries?.retry)
    : ((mutationKey && client.getMutationDefaults(mutationKey).retry) ?? mutations?.retry);
  return isOwnRetry(given) ? given : undefined;
}

function isOwnRetry(retry: unknown): retry is OwnRetry {
  return ["boolean", "number", "function"].includes(typeof retry);
}
