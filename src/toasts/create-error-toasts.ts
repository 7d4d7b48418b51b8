import type { ErrorToasts } from "./error-toasts.ts";
import { ToastStore } from "./toast-store.ts";

/** Creates a store for toasts apart from the page's. A provider needs none: it creates its own. */
export function createErrorToasts(): ErrorToasts {
  return new ToastStore();
}
