import type { Query, QueryCache, QueryClient } from "@tanstack/react-query";

/**
 * Fetches a query again, or the failed page of an infinite one. Not by `refetchQueries`: it skips disabled queries, and
 * does not await one that waits for a connection.
 */
export function refetch(
  queries: QueryCache,
  { queryHash, state }: { queryHash: string; state: Pick<Query["state"], "fetchMeta"> },
): () => Promise<unknown> {
  const { fetchMeta: meta } = state;
  const options = { cancelRefetch: true, ...(meta && { meta }) };
  return async () => queries.get(queryHash)?.fetch(undefined, options);
}

/**
 * Starts a query that waits for its next attempt at once, with the first attempt. Whoever awaits the query, such as a
 * loader, goes on waiting: for that, Query needs the new fetch to start before they hear that the old one ended.
 */
export async function retryFailingQuery(
  client: QueryClient,
  failureReason: unknown,
): Promise<void> {
  const query = findFailing(client, failureReason);
  if (!query) return;
  // For an infinite query that fetches its next page, that page.
  const { fetchMeta: meta } = query.state;
  query.cancel({ silent: true, revert: true });
  // The query's own state has the outcome.
  await query.fetch(undefined, meta ? { meta } : {}).catch(() => {});
}

/** Fetches a query again whose call was held back, so that nothing was sent and no retry follows. */
export async function retryHeldQuery(client: QueryClient, failureReason: unknown): Promise<void> {
  const queries = client.getQueryCache();
  const query = queries.getAll().find(({ state }) => state.fetchFailureReason === failureReason);
  if (query?.state.fetchStatus !== "idle") return;
  // The query's own state has the outcome.
  await refetch(queries, query)().catch(() => {});
}

/** Ends a query's retries: its last failure becomes its error, so that the screen can offer a remedy. */
export async function cancelFailingQuery(
  client: QueryClient,
  failureReason: unknown,
): Promise<void> {
  const query = findFailing(client, failureReason);
  const error = query?.state.fetchFailureReason;
  if (!query || !error) return;
  await query.cancel({ silent: true });
  query.setState({
    status: "error",
    fetchStatus: "idle",
    error,
    errorUpdateCount: query.state.errorUpdateCount + 1,
    errorUpdatedAt: Date.now(),
    isInvalidated: true,
  });
}

function findFailing(client: QueryClient, failureReason: unknown): Query | undefined {
  return client
    .getQueryCache()
    .getAll()
    .find(
      ({ state }) => state.fetchFailureReason === failureReason && state.fetchStatus !== "idle",
    );
}
