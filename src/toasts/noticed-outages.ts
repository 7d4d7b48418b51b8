/**
 * APIs whose state a notice on the page shows. An outage that a notice tells of gets no toast for failed reads as well. A
 * notice begins to tell only when a second call has failed.
 */
export class NoticedOutages {
  /** How many notices watch an API, by the API's name. */
  readonly #watching = new Map<string, number>();
  /** How many of them tell of an outage. */
  readonly #telling = new Map<string, number>();
  readonly #onTold: (api: string) => void;

  /** @param onTold called with the API each time a notice begins to tell */
  constructor(onTold: (api: string) => void = () => {}) {
    this.#onTold = onTold;
  }

  /** Whether a notice tells of an outage of this API, or would. */
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
