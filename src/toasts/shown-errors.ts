import { isObject } from "../error/is-object.ts";

/** The errors that mounted cards show. They need no toast as well. */
export class ShownErrors {
  /** How many cards show an error. */
  readonly #cards = new WeakMap<object, number>();
  readonly #onShown: (error: object) => void;

  /** @param onShown called with each error that a card begins to show */
  constructor(onShown: (error: object) => void = () => {}) {
    this.#onShown = onShown;
  }

  /** Counts a card for this error, until the returned function is called. */
  show(error: unknown): () => void {
    if (!isObject(error)) return () => {};
    this.#add(error, 1);
    this.#onShown(error);
    return () => this.#add(error, -1);
  }

  has(error: unknown): boolean {
    return isObject(error) && (this.#cards.get(error) ?? 0) > 0;
  }

  #add(error: object, cards: number): void {
    this.#cards.set(error, (this.#cards.get(error) ?? 0) + cards);
  }
}
