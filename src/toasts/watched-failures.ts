import type { ApiError } from "../error/api-error.ts";
import type { UnsentCall } from "../error/unsent-call.ts";
import type { ToastEntry } from "./toast-entry.ts";

interface Watched {
  entry: ToastEntry;
  call: UnsentCall | undefined;
  /** What it is found by. */
  shown: readonly object[];
}

/** The failures that a client's watch told of, and the toasts that tell of them. */
export class WatchedFailures {
  readonly #watched = new WeakMap<object, Watched>();

  /** It is found by its error, and by what that was made of: an app may show what its query failed with in its own way. */
  note(error: ApiError, entry: ToastEntry, call: UnsentCall | undefined): void {
    const shown = [error, error.cause].filter(isObject);
    for (const one of shown) this.#watched.set(one, { entry, call, shown });
  }

  /** The failure that this stands for, which is forgotten; undefined where it stands for none. */
  take(shown: object): Watched | undefined {
    const watched = this.#watched.get(shown);
    for (const one of watched?.shown ?? []) this.#watched.delete(one);
    return watched;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
