"use client";

import { QueryClientContext, useQueryErrorResetBoundary } from "@tanstack/react-query";
import { useCallback, useContext } from "react";
import { resetUnusedFailedQueries } from "../../query/query-reset.ts";

/** Gives what makes queries fetch again whose failure is kept: what renders next would else throw that, and fetch nothing. */
export function useQueriesReset(): () => void {
  const client = useContext(QueryClientContext);
  const queries = useQueryErrorResetBoundary();
  return useCallback(() => {
    if (client) resetUnusedFailedQueries(client);
    queries.reset();
  }, [client, queries]);
}
