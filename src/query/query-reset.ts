import type { QueryClient } from "@tanstack/react-query";

/**
 * Makes failed queries that nothing shows any more start afresh when they are used next. A section that gave way to an
 * error has unmounted all of its queries; without this the next mount would throw the old error and fetch nothing.
 * Data that was there before the failure is kept, and is stale.
 */
export function resetUnusedFailedQueries(client: QueryClient): void {
  for (const query of client.getQueryCache().getAll()) {
    if (query.state.status !== "error" || query.getObserversCount() > 0) continue;
    // Removed, not reset: a reset one would never be collected unless it is used again.
    if (query.state.data === undefined) client.getQueryCache().remove(query);
    else query.setState({ status: "success", error: null, isInvalidated: true });
  }
}
