/** A set of listeners. `tell` calls each one that was there when it began, even if that one is removed meanwhile. */
export class Listeners<Args extends readonly unknown[], Answer = void> {
  readonly #listeners = new Set<(...args: Args) => Answer>();

  /** @returns a function that removes the listener */
  add(listener: (...args: Args) => Answer): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** @returns what each listener returned */
  tell(...args: Args): Answer[] {
    return [...this.#listeners].map((listener) => listener(...args));
  }

  get isEmpty(): boolean {
    return this.#listeners.size === 0;
  }
}
