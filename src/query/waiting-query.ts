import type { Query, QueryClient } from "@tanstack/react-query";
import { isApiError } from "../error/is-api-error.ts";

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

/** Ends a query's retries: what it last failed with becomes its error, so that the screen can offer a way out. */
export async function cancelFailingQuery(
  client: QueryClient,
  failureReason: unknown,
): Promise<void> {
  const query = findFailing(client, failureReason);
  if (!query || !isApiError(failureReason)) return;
  await query.cancel({ silent: true });
  query.setState({
    status: "error",
    fetchStatus: "idle",
    error: failureReason,
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
