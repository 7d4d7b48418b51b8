import type { QueryClient } from "@tanstack/react-query";
import { toLocalError } from "../error/local-error.ts";
import { warnOnce } from "../error/warn-once.ts";
import { internalsOf } from "../fetcher/api.ts";
import type { BegunRequest } from "./begun-request.ts";
import { type Beginning, failCall, newRecord } from "./call-record.ts";
import { sessionOf } from "./client-session.ts";
import { policysApi } from "./query-defaults.ts";
import { attemptsUpTo, type OwnRetry, type RetryRules } from "./retry-by-policy.ts";

/** The call of an attempt, as TanStack Query knows it. */
export interface AttemptOf {
  /** What TanStack Query keeps for one call and replaces for the next: a query's signal, a mutation's context. */
  token: object;
  signal?: AbortSignal;
  client: QueryClient;
  rules: RetryRules;
  /** The client's own `retry` default for queries or mutations of this key. */
  clients: OwnRetry | undefined;
  beginning?: Beginning | undefined;
  /** The hash of the query, if it is one. */
  queryHash?: string;
}

/**
 * Sends one attempt of a call whose attempts TanStack Query counts. Tells the API's `onError` if it was the last.
 * @throws ApiError for every failure, misuse included
 */
export async function apiAttempt<Output>(request: BegunRequest, of: AttemptOf): Promise<Output> {
  const { token, signal, client, rules, clients, beginning, queryHash } = of;
  const call = sessionOf(client).callOf(token, () => beginCall(request, of));
  const { request: begun, idempotencyKey } = call;
  const { attempt, end, watchers } = internalsOf(begun.api);
  try {
    if (beginning?.owner) call.owner ??= await beginning.owner;
    const answer = await attempt(begun.route, {
      ...begun.request,
      ...(signal && { signal }),
      idempotencyKey: idempotencyKey ?? false,
      progress: call,
    });
    // The request that was begun has the schema of this call or of another one of its hook.
    return answer as Output;
  } catch (thrown) {
    // Not earlier: a component's effects, which fetch, run before the provider's, which begins to watch.
    warnOfUnwatched(client, watchers);
    const error = toLocalError(thrown);
    const [method = ""] = begun.route.split(" ", 1);
    const decision = rules.judge(call, { error, method, clients });
    failCall(call, error, decision);
    const isHeldBack = call.isBackground === true && error.code === "HELD_BACK";
    if (isHeldBack && queryHash !== undefined)
      sessionOf(client).held.note(internalsOf(begun.api), queryHash);
    // A refetch that was held back is not reported: the outage was.
    if (!decision.retry && !isHeldBack) end(error, call);
    throw error;
  }
}

function beginCall(request: BegunRequest, of: AttemptOf) {
  const { client, rules, clients, beginning, queryHash } = of;
  const session = sessionOf(client);
  session.join(request.api);
  const isClientsOver = beginning?.isForgotten ?? session.sinceNow();
  const isApisOver = internalsOf(request.api).signOuts.sinceNow();
  const record = newRecord(request, {
    maxAttempts: attemptsUpTo(rules.maxAttempts, clients),
    isForgotten: () => isClientsOver() || isApisOver(),
    idempotencyKey: beginning?.idempotencyKey,
  });
  const isPressed = queryHash !== undefined && session.pressed.has(queryHash);
  record.isBackground =
    record.pressedAtMs === undefined && !isPressed && hasData(client, queryHash);
  return record;
}

function hasData(client: QueryClient, queryHash: string | undefined): boolean {
  const query = queryHash === undefined ? undefined : client.getQueryCache().get(queryHash);
  return query?.state.data !== undefined;
}

/** If the provider is around the app's own `QueryClientProvider`, it watches another client than the app uses. */
function warnOfUnwatched(client: QueryClient, watchers: ReadonlySet<object>): void {
  warnOnce(
    () =>
      process.env.NODE_ENV !== "production" &&
      watchers.size > 0 &&
      !watchers.has(client) && [
        "unwatched client",
        "the provider watches another QueryClient than the app uses, so that failures of this one make no toast: put <QueryClientProvider> around <RecourseProvider>",
      ],
  );
}

/** The `retry` in a client's defaults: for the key, else for all. */
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
  return isOwnRetry(given) && !policysApi(given) ? given : undefined;
}

function isOwnRetry(retry: unknown): retry is OwnRetry {
  return ["boolean", "number", "function"].includes(typeof retry);
}
