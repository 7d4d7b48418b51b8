"use client";

import { useSyncExternalStore } from "react";
import { isOnline } from "../../guidance/is-online.ts";

/** The value of `navigator.onLine`, kept up to date. True on a server. */
export function useOnline(): boolean {
  return useSyncExternalStore(subscribe, isOnline, () => true);
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}
