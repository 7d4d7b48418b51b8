"use client";

import { useSyncExternalStore } from "react";
import type { ErrorToastEntry, ErrorToasts } from "../../toasts/error-toasts.ts";

/** The failures that a fingerprint's toast stands for; undefined once it is closed. */
export function useToastEntry(
  toasts: ErrorToasts,
  fingerprint: string,
): ErrorToastEntry | undefined {
  const entryOf = () => toasts.entryOf(fingerprint);
  return useSyncExternalStore(toasts.subscribe, entryOf, entryOf);
}
