"use client";

import { useSyncExternalStore } from "react";
import type { LoggedError } from "../../toasts/error-log.ts";
import type { ErrorToasts } from "../../toasts/error-toasts.ts";
import { useRecourse } from "../provider/useRecourse.ts";

/**
 * The last 50 failures that nobody handled, newest first, also those whose toast was dismissed: for a list where people
 * find again what they closed too early. Equal failures are one entry, counted.
 *
 * ```tsx
 * const log = useErrorLog();
 * return log.map(({ fingerprint, error, count }) => <ErrorCard key={fingerprint} error={error} variant="inline" />);
 * ```
 */
export function useErrorLog(toasts?: ErrorToasts): readonly LoggedError[] {
  const recourse = useRecourse();
  const { logged, subscribe } = toasts ?? recourse.toasts;
  return useSyncExternalStore(subscribe, logged, logged);
}
