import type { ApiError } from "../error/api-error.ts";
import { isObject } from "../error/is-object.ts";
import type { UnsentCall } from "../error/unsent-call.ts";
import type { ToastEntry } from "./toast-entry.ts";

interface Watched {
  entry: ToastEntry;
  call: UnsentCall | undefined;
  /** The objects under which it is kept. */
  shown: readonly object[];
}

/** The failures that a watched client reported, and the toasts that show them. */
export class WatchedFailures {
  readonly #watched = new WeakMap<object, Watched>();

  /** Keeps a failure under its error and under that error's `cause`: an app's card may be given either. */
  note(error: ApiError, entry: ToastEntry, call: UnsentCall | undefined): void {
    const shown = [error, error.cause].filter(isObject);
    for (const one of shown) this.#watched.set(one, { entry, call, shown });
  }

  /** Returns the failure kept under this object, and forgets it. */
  take(shown: object): Watched | undefined {
    const watched = this.#watched.get(shown);
    for (const one of watched?.shown ?? []) this.#watched.delete(one);
    return watched;
  }
}
