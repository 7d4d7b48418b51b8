import { Listeners } from "../error/listeners.ts";
import { watchPageExit } from "../error/page-exit.ts";
import type { ErrorToasts } from "./error-toasts.ts";
import { ToastStore } from "./toast-store.ts";

/**
 * The stores of the mounted providers, newest last. `early` takes what is raised before the first provider mounts: in a
 * child's mount effect, or while an app starts. Module-level, so that `toastError` can be called from anywhere; a
 * server never writes to it.
 */
const early = new ToastStore();
let mounted: readonly ToastStore[] = [];
const switches = new Listeners<[]>();

const current = () => mounted.at(-1) ?? early;
const isServer = () => typeof document === "undefined";

/** Makes a store the page's current one, until the returned function is called. It takes over the early toasts. */
export function mountToasts(store: ToastStore): () => void {
  watchPageExit();
  mounted = [...mounted, store];
  early.moveTo(store);
  switches.tell();
  return () => {
    mounted = mounted.filter((other) => other !== store);
    switches.tell();
  };
}

let isForgetting = false;

/**
 * Forgets in every store, since one person uses the whole page. Each provider then ends its client's session, and that
 * calls `forgetAll` again: the flag makes the second call do nothing.
 */
function forgetAll(): void {
  if (isForgetting) return;
  isForgetting = true;
  try {
    for (const store of [early, ...mounted]) store.forget();
  } finally {
    isForgetting = false;
  }
}

/** The toasts of the newest mounted provider. On a server there is none, and nothing is kept. */
export const errorToasts: ErrorToasts = {
  add(thrown, retry, key = retry) {
    if (!isServer()) current().add(thrown, retry, key);
  },
  close: (fingerprint) => current().close(fingerprint),
  clear: () => current().clear(),
  clearLog: () => current().clearLog(),
  forget: forgetAll,
  hold: (fingerprint) => current().hold(fingerprint),
  entryOf: (fingerprint) => current().entryOf(fingerprint),
  newest: () => current().newest(),
  open: () => current().open(),
  recoveries: () => current().recoveries(),
  logged: () => current().logged(),
  subscribe(listener) {
    let stop = current().subscribe(listener);
    const follow = () => {
      stop();
      stop = current().subscribe(listener);
      listener();
    };
    const stopFollowing = switches.add(follow);
    return () => {
      stop();
      stopFollowing();
    };
  },
};

/**
 * Shows a failure as a toast, from anywhere. Aborts are not shown, and the same error object is shown once. Does
 * nothing on a server.
 *
 * ```ts
 * window.addEventListener("unhandledrejection", (event) => toastError(event.reason));
 * ```
 */
export function toastError(error: unknown, options: { retry?: () => unknown } = {}): void {
  errorToasts.add(error, options.retry);
}
