import type { Query, QueryCache, QueryClient } from "@tanstack/react-query";

/**
 * Fetches a query again, or the page of an infinite one that failed. Not by `refetchQueries`, which passes over disabled
 * queries and takes one that waits for a connection for done.
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
 * Starts a query that waits for its next attempt at once, from the first attempt on. Whoever waits for the query, such
 * as a loader, goes on waiting: Query lets them join only a fetch that starts before they hear of the end of the last.
 */
export async function retryFailingQuery(
  client: QueryClient,
  failureReason: unknown,
): Promise<void> {
  const query = findFailing(client, failureReason);
  if (!query) return;
  // The next page of an infinite query, where that was asked for.
  const { fetchMeta: meta } = query.state;
  query.cancel({ silent: true, revert: true });
  // What comes of it is the query's own state.
  await query.fetch(undefined, meta ? { meta } : {}).catch(() => {});
}

/** Fetches a query again whose call was held back, so that nothing of it was sent and nothing follows by itself. */
export async function retryHeldQuery(client: QueryClient, failureReason: unknown): Promise<void> {
  const queries = client.getQueryCache();
  const query = queries.getAll().find(({ state }) => state.fetchFailureReason === failureReason);
  if (query?.state.fetchStatus !== "idle") return;
  // What comes of it is the query's own state.
  await refetch(queries, query)().catch(() => {});
}

/** Ends a query's retries: what it last failed with becomes its error, so that the screen can offer a way out. */
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
