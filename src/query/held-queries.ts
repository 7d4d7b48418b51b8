import type { QueryClient } from "@tanstack/react-query";
import type { ApiInternals } from "../fetcher/api.ts";
import { statusOf } from "../retry/api-status.ts";
import { spreadOut } from "./spread-out.ts";

/**
 * The queries of one client whose refetch was held back because their API was known to be down. Their data stays on the
 * screen. Once the API works again, those that are still shown are fetched, spread over a second.
 */
export class HeldQueries {
  readonly #client: QueryClient;
  /** The hashes of the queries, by API. */
  readonly #held = new Map<ApiInternals, Set<string>>();

  constructor(client: QueryClient) {
    this.#client = client;
  }

  note(api: ApiInternals, queryHash: string): void {
    const known = this.#held.get(api);
    if (known) {
      known.add(queryHash);
      return;
    }
    this.#held.set(api, new Set([queryHash]));
    const status = statusOf(api.sightings);
    const stop = status.subscribe(() => {
      if (status.getSnapshot().state !== "up") return;
      stop();
      this.#fetchAgain(api);
    });
  }

  #fetchAgain(api: ApiInternals): void {
    const hashes = this.#held.get(api) ?? [];
    this.#held.delete(api);
    spreadOut(api, hashes, (queryHash) => this.#fetchIfShown(queryHash));
  }

  #fetchIfShown(queryHash: string): void {
    const query = this.#client.getQueryCache().get(queryHash);
    if (!query?.isActive() || query.state.fetchStatus !== "idle" || query.state.error === null)
      return;
    // The query's own state has the outcome.
    query.fetch().catch(() => {});
  }
}
