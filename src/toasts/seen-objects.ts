import { isObject } from "../error/is-object.ts";

/** Objects that were added already: each counts once. */
export class SeenObjects {
  readonly #seen = new WeakSet<object>();

  /** @returns whether it is new. What is no object always is */
  add(value: unknown): boolean {
    if (!isObject(value)) return true;
    const isNew = !this.#seen.has(value);
    this.#seen.add(value);
    return isNew;
  }
}
