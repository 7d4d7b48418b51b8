"use client";

import { QueryClientContext, useQueryErrorResetBoundary } from "@tanstack/react-query";
import { useCallback, useContext } from "react";
import { resetUnusedFailedQueries } from "../../query/query-reset.ts";

/**
 * Returns a function that makes failed queries fetch again. Otherwise the next render would throw the cached failure.
 */
export function useQueriesReset(): () => void {
  const client = useContext(QueryClientContext);
  const queries = useQueryErrorResetBoundary();
  return useCallback(() => {
    if (client) resetUnusedFailedQueries(client);
    queries.reset();
  }, [client, queries]);
}
