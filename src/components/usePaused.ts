"use client";

import { QueryClientContext } from "@tanstack/react-query";
import { useCallback, useContext, useSyncExternalStore } from "react";

/** Whether any query or mutation waits for a connection. */
export function usePaused(): boolean {
  const client = useContext(QueryClientContext);
  const subscribe = useCallback(
    (listener: () => void) => {
      const stopQueries = client?.getQueryCache().subscribe(listener);
      const stopMutations = client?.getMutationCache().subscribe(listener);
      return () => {
        stopQueries?.();
        stopMutations?.();
      };
    },
    [client],
  );
  const isPaused = () =>
    client !== undefined &&
    (client
      .getQueryCache()
      .getAll()
      .some(({ state }) => state.fetchStatus === "paused") ||
      client
        .getMutationCache()
        .getAll()
        .some(({ state }) => state.isPaused));
  return useSyncExternalStore(subscribe, isPaused, () => false);
}
