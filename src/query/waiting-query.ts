import type { Query, QueryClient } from "@tanstack/react-query";
import { sessionOf } from "./client-session.ts";

/** For a button of the kit, whenever it was pressed: an outage does not hold back what a person waits for. */
async function fetchPressed(
  client: QueryClient,
  query: Query,
  options: Parameters<Query["fetch"]>[1],
): Promise<unknown> {
  const { pressed } = sessionOf(client);
  pressed.add(query.queryHash);
  try {
    return await query.fetch(undefined, options);
  } finally {
    pressed.delete(query.queryHash);
  }
}

/**
 * Fetches a query again, or the failed page of an infinite one. Not by `refetchQueries`: it skips disabled queries, and
 * does not await one that waits for a connection.
 */
export function refetch(
  client: QueryClient,
  { queryHash, state }: { queryHash: string; state: Pick<Query["state"], "fetchMeta"> },
): () => Promise<unknown> {
  const { fetchMeta: meta } = state;
  const options = { cancelRefetch: true, ...(meta && { meta }) };
  return async () => {
    const query = client.getQueryCache().get(queryHash);
    return query && fetchPressed(client, query, options);
  };
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
  await fetchPressed(client, query, meta ? { meta } : {}).catch(() => {});
}

/** Fetches a query again whose call was held back, so that nothing was sent and no retry follows. */
export async function retryHeldQuery(client: QueryClient, failureReason: unknown): Promise<void> {
  const queries = client.getQueryCache().getAll();
  const query = queries.find(({ state }) => state.fetchFailureReason === failureReason);
  if (query?.state.fetchStatus !== "idle") return;
  // The query's own state has the outcome.
  await refetch(client, query)().catch(() => {});
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
