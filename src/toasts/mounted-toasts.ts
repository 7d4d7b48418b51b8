import { Listeners } from "../error/listeners.ts";
import { watchPageExit } from "../error/page-exit.ts";
import type { ErrorToasts } from "./error-toasts.ts";
import { ToastStore } from "./toast-store.ts";

/**
 * The stores of the providers that are mounted, the newest last, and the one for what is raised before the first of them
 * is: in a child's mount effect, or while an app starts. Module-level, so that `toastError` can be called from anywhere;
 * a server never writes to it.
 */
const early = new ToastStore();
let mounted: readonly ToastStore[] = [];
const switches = new Listeners<[]>();

const current = () => mounted.at(-1) ?? early;
const isServer = () => typeof document === "undefined";

/** Lets the page's toasts be told of by a store. What was raised before goes to it. */
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

/** In all of them: the person is the page's. A provider that hears of it ends its client's session, which asks for it too. */
function forgetAll(): void {
  if (isForgetting) return;
  isForgetting = true;
  try {
    for (const store of [early, ...mounted]) store.forget();
  } finally {
    isForgetting = false;
  }
}

/** The toasts of the mounted provider, for code outside of React. On a server it keeps nothing. */
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
 * Shows an error as a toast, from anywhere. An abort is not shown, and the same error object is shown only once. Does
 * nothing on a server.
 *
 * ```ts
 * window.addEventListener("unhandledrejection", (event) => toastError(event.reason));
 * ```
 */
export function toastError(error: unknown, options: { retry?: () => unknown } = {}): void {
  errorToasts.add(error, options.retry);
}
