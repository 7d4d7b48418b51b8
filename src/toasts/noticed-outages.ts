/** APIs whose state a notice on the page shows. An outage that it shows gets no toast for failed reads as well. */
export class NoticedOutages {
  /** How many notices show an API, by the API's name. */
  readonly #notices = new Map<string, number>();
  readonly #onNoticed: (api: string) => void;

  /** @param onNoticed called with the API each time a notice for it appears */
  constructor(onNoticed: (api: string) => void = () => {}) {
    this.#onNoticed = onNoticed;
  }

  has(api: string | undefined): boolean {
    return api !== undefined && this.#notices.has(api);
  }

  /** Counts a notice for this API, until the returned function is called. */
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
