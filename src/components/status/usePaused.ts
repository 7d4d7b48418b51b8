"use client";

import { onlineManager, QueryClientContext } from "@tanstack/react-query";
import { useCallback, useContext, useSyncExternalStore } from "react";

/**
 * Whether any query or mutation waits for a connection. Being paused is not enough: Query also pauses retries while the
 * page is hidden, and a mutation that waits for another one of its scope.
 */
export function usePaused(): boolean {
  const client = useContext(QueryClientContext);
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [
        client?.getQueryCache().subscribe(listener),
        client?.getMutationCache().subscribe(listener),
        onlineManager.subscribe(listener),
      ];
      return () => {
        for (const stop of stops) stop?.();
      };
    },
    [client],
  );
  const isPaused = () =>
    client !== undefined &&
    !onlineManager.isOnline() &&
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
