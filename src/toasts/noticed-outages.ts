/**
 * APIs that a notice on the page watches. While a notice shows an outage, failed reads get no toast about it. A notice shows
 * an outage only after a second call has failed.
 */
export class NoticedOutages {
  /** How many notices watch an API, by the API's name. */
  readonly #watching = new Map<string, number>();
  /** How many of them show an outage. */
  readonly #telling = new Map<string, number>();
  readonly #onTold: (api: string) => void;

  /** @param onTold called with the API each time a notice begins to show an outage */
  constructor(onTold: (api: string) => void = () => {}) {
    this.#onTold = onTold;
  }

  /** Whether a notice shows an outage of this API, or would show one. */
  isWatched(api: string | undefined): boolean {
    return api !== undefined && this.#watching.has(api);
  }

  isTold(api: string | undefined): boolean {
    return api !== undefined && this.#telling.has(api);
  }

  /** Counts a notice for this API, until the returned function is called. */
  mount(api: string): () => void {
    return count(this.#watching, api);
  }

  /** Counts a notice that tells of an outage of this API, until the returned function is called. */
  tell(api: string): () => void {
    const stop = count(this.#telling, api);
    this.#onTold(api);
    return stop;
  }
}

function count(notices: Map<string, number>, api: string): () => void {
  notices.set(api, (notices.get(api) ?? 0) + 1);
  return () => {
    const left = (notices.get(api) ?? 1) - 1;
    if (left > 0) notices.set(api, left);
    else notices.delete(api);
  };
}
