import type { ApiError } from "../error/api-error.ts";
import { isObject } from "../error/is-object.ts";

/**
 * Remembers what was reported to a service: each error, and the value it was made from. One thrown value may become
 * another `ApiError` in another place: from a callback, with its route, or by the `readError` of an API.
 */
export class HeardErrors {
  readonly #heard = new WeakSet<object>();

  /**
   * Notes an error.
   * @returns false if it is known, or the value it was made from
   */
  add(error: ApiError): boolean {
    const isNews = !this.has(error) && !this.has(error.cause);
    this.note(error);
    this.note(error.cause);
    return isNews;
  }

  /** Notes any thrown value. */
  note(thrown: unknown): void {
    if (isObject(thrown)) this.#heard.add(thrown);
  }

  has(thrown: unknown): boolean {
    return isObject(thrown) && this.#heard.has(thrown);
  }
}
