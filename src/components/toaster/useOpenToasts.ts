"use client";

import { useSyncExternalStore } from "react";
import type { ErrorToasts, OpenToast } from "../../toasts/error-toasts.ts";

/** The toasts that are open, shown or waiting for room, in the order in which they came. */
export function useOpenToasts(toasts: ErrorToasts): readonly OpenToast[] {
  return useSyncExternalStore(toasts.subscribe, toasts.open, toasts.open);
}
