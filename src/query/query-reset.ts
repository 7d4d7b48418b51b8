import type { QueryClient } from "@tanstack/react-query";

/**
 * Makes failed queries that nothing shows any more start afresh when they are used next. When an error replaces a
 * section, all of its queries unmount; without this, the next mount would throw the old error and fetch nothing. Data
 * from before the failure stays, marked as stale.
 */
export function resetUnusedFailedQueries(client: QueryClient): void {
  for (const query of client.getQueryCache().getAll()) {
    if (query.state.status !== "error" || query.getObserversCount() > 0) continue;
    // Removed, not reset: a query that is reset is never collected unless it is used again.
    if (query.state.data === undefined) client.getQueryCache().remove(query);
    else query.setState({ status: "success", error: null, isInvalidated: true });
  }
}
