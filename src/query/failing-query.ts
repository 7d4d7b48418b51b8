import type { Query, QueryClient } from "@tanstack/react-query";
import { isApiError } from "../error/is-api-error.ts";

/** Starts a query that waits for its next attempt at once, from the first attempt on. */
export async function retryFailingQuery(
  client: QueryClient,
  failureReason: unknown,
): Promise<void> {
  const query = findFailing(client, failureReason);
  if (!query) return;
  await query.cancel({ silent: true, revert: true });
  // What comes of it is the query's own state.
  await query.fetch().catch(() => {});
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
