/** APIs of which a notice on the page tells whether they are down: no toast of what was read tells of it as well. */
export class NoticedOutages {
  /** By the API's name: how many notices tell of it. */
  readonly #notices = new Map<string, number>();
  readonly #onNoticed: (api: string) => void;

  /** @param onNoticed told of each API that a notice is there for from now on */
  constructor(onNoticed: (api: string) => void = () => {}) {
    this.#onNoticed = onNoticed;
  }

  has(api: string | undefined): boolean {
    return api !== undefined && this.#notices.has(api);
  }

  /** A notice is there for this API until it is called off. */
  note(api: string): () => void {
    this.#notices.set(api, (this.#notices.get(api) ?? 0) + 1);
    this.#onNoticed(api);
    return () => {
      const left = (this.#notices.get(api) ?? 1) - 1;
      if (left > 0) this.#notices.set(api, left);
      else this.#notices.delete(api);
    };
  }
}
