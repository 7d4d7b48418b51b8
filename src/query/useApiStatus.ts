"use client";

import { onlineManager } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";
import { type Api, internalsOf } from "../fetcher/api.ts";
import { type SeenStatus, statusOf } from "../retry/api-status.ts";
import { useApi } from "./useApi.ts";

/**
 * Whether an API works.
 *
 * - `up`: none of the others is known.
 * - `down`: two calls in a row failed with a 502, 503 or 504, or got no answer. Any other answer ends that.
 * - `limited`: it takes no calls before `until`, in epoch ms. One limited route does not limit the API.
 * - `offline`: TanStack Query's `onlineManager` says that there is no connection.
 */
export type ApiStatus = SeenStatus | { state: "offline" };

const up: ApiStatus = { state: "up" };
const offline: ApiStatus = { state: "offline" };

/**
 * Says whether an API works, from the answers to its calls. It sends no calls of its own. On a server it is `up`.
 *
 * ```tsx
 * const status = useApiStatus();
 * <button disabled={status.state === "limited"}>Export</button>
 * ```
 *
 * @param given the API; default: the provider's
 * @throws Error if there is none
 */
export function useApiStatus(given?: Api): ApiStatus {
  const status = statusOf(internalsOf(useApi("useApiStatus", given)).sightings);
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [
        status.subscribe(listener),
        onlineManager.subscribe((isOnline) => {
          if (isOnline) status.noteReconnected();
          listener();
        }),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
    [status],
  );
  const look = () => (onlineManager.isOnline() ? status.getSnapshot() : offline);
  return useSyncExternalStore(subscribe, look, () => up);
}
