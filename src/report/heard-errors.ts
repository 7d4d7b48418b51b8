import type { ApiError } from "../error/api-error.ts";
import { isObject } from "../error/is-object.ts";

/**
 * Remembers what a service has been told of: each error, and what it was made of. The same thrown value may become another
 * `ApiError` in another place: of a callback with its route, or by the `readError` of an API.
 */
export class HeardErrors {
  readonly #heard = new WeakSet<object>();

  /** Takes note of an error. False where it, or what it was made of, is known. */
  add(error: ApiError): boolean {
    const isNews = !this.has(error) && !this.has(error.cause);
    this.note(error);
    this.note(error.cause);
    return isNews;
  }

  /** Takes note of anything that was thrown. */
  note(thrown: unknown): void {
    if (isObject(thrown)) this.#heard.add(thrown);
  }

  has(thrown: unknown): boolean {
    return isObject(thrown) && this.#heard.has(thrown);
  }
}
