/** Who wants to hear of something. One that is called off while it is told is told to the end. */
export class Listeners<Args extends readonly unknown[], Answer = void> {
  readonly #listeners = new Set<(...args: Args) => Answer>();

  /** @returns what calls it off */
  add(listener: (...args: Args) => Answer): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** @returns what each of them says to it */
  tell(...args: Args): Answer[] {
    return [...this.#listeners].map((listener) => listener(...args));
  }

  get isEmpty(): boolean {
    return this.#listeners.size === 0;
  }
}
