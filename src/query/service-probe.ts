import type { Query, QueryClient } from "@tanstack/react-query";
import { Listeners } from "../error/listeners.ts";
import { toLocalError } from "../error/local-error.ts";
import { type Api, type ApiInternals, internalsOf } from "../fetcher/api.ts";
import { statusOf } from "../retry/api-status.ts";
import { meaningOf } from "../retry/error-meaning.ts";
import { retryProgressOf } from "./call-record.ts";
import { sessionOf } from "./client-session.ts";
import { spreadOut } from "./spread-out.ts";
import { cancelFailingQuery, refetch, retryFailingQuery } from "./waiting-query.ts";

/**
 * Asks by one request whether a service is back, for a person who has pressed for it. The newest query of it that failed
 * on the screen is fetched again. Where that is answered, the others follow over a second; where not, nothing more is
 * sent. It sends no write.
 */
class ServiceProbe {
  readonly #client: QueryClient;
  readonly #underWay = new Map<ApiInternals, Promise<void>>();
  readonly #presses = new Listeners<[]>();

  constructor(client: QueryClient) {
    this.#client = client;
  }

  /** Calls back when what {@link ServiceProbe.hasWork} says may have changed. */
  readonly subscribe = (listener: () => void): (() => void) => {
    const stops = [this.#presses.add(listener), this.#client.getQueryCache().subscribe(listener)];
    return () => {
      for (const stop of stops) stop();
    };
  };

  /** Whether there is something to send, or it is under way. */
  hasWork(api: Api): boolean {
    return this.#underWay.has(internalsOf(api)) || this.#failedOf(api).length > 0;
  }

  /** Settles once the probe was answered or has failed. While one is under way there is no second. Never rejects. */
  send(api: Api): Promise<void> {
    const internals = internalsOf(api);
    const known = this.#underWay.get(internals);
    if (known) return known;
    const probe = this.#send(internals).finally(() => {
      this.#underWay.delete(internals);
      this.#presses.tell();
    });
    this.#underWay.set(internals, probe);
    this.#presses.tell();
    return probe;
  }

  async #send(api: ApiInternals): Promise<void> {
    const [newest, ...others] = this.#failedOf(api);
    if (!newest) return;
    await this.#fetchOnce(newest);
    const follow = (query: Query) => {
      // It may have been fetched meanwhile, or have gone, and the service may be down again.
      if (isUp(api) && isFailedOnScreen(query)) this.#fetchAgain(query);
    };
    if (isUp(api)) spreadOut(api, others, follow);
  }

  /** The newest first. */
  #failedOf({ name }: Api): Query[] {
    return this.#client
      .getQueryCache()
      .findAll({ queryKey: [name] })
      .filter(isFailedOnScreen)
      .sort((one, other) => failedAt(other) - failedAt(one));
  }

  /** Until it is answered, and without the retries that would follow where the service is still down. */
  async #fetchOnce(query: Query): Promise<void> {
    const cache = this.#client.getQueryCache();
    let stop = () => {};
    const answered = new Promise<void>((resolve) => {
      stop = cache.subscribe((event) => {
        if (event.query !== query || event.type !== "updated") return;
        if (event.action.type !== "failed") return;
        if (isShared(event.action.error)) cancelFailingQuery(this.#client, event.action.error);
        resolve();
      });
    });
    const { pressed } = sessionOf(this.#client);
    pressed.add(query.queryHash);
    await Promise.race([answered, this.#fetchAgain(query)]);
    pressed.delete(query.queryHash);
    stop();
  }

  /** What comes of it is the query's own state. */
  async #fetchAgain(query: Query): Promise<void> {
    const { fetchStatus, fetchFailureReason } = query.state;
    if (fetchStatus !== "idle") return retryFailingQuery(this.#client, fetchFailureReason);
    await refetch(this.#client.getQueryCache(), query)().catch(() => {});
  }
}

const probes = new WeakMap<QueryClient, ServiceProbe>();

/** One for a client, so that two notices send one request. Not the session's own: who draws no notice need not load it. */
export function serviceProbeOf(client: QueryClient): ServiceProbe {
  const probe = probes.get(client) ?? new ServiceProbe(client);
  probes.set(client, probe);
  return probe;
}

function isUp({ sightings }: ApiInternals): boolean {
  return statusOf(sightings).getSnapshot().state === "up";
}

function isShared(thrown: unknown): boolean {
  return meaningOf(toLocalError(thrown)).isShared;
}

/** It shows an error that another try may mend, or waits for its next try. */
function isFailedOnScreen(query: Query): boolean {
  if (!query.isActive()) return false;
  const { status, fetchStatus, error, fetchFailureReason } = query.state;
  if (fetchStatus === "fetching") return nextTryAt(fetchFailureReason) > Date.now();
  return fetchStatus === "idle" && status === "error" && mayDoBetter(error);
}

function mayDoBetter(thrown: unknown): boolean {
  const error = toLocalError(thrown);
  return error.code === "HELD_BACK" || meaningOf(error).isRetryable;
}

function failedAt({ state }: Query): number {
  return state.fetchStatus === "idle" ? state.errorUpdatedAt : 0;
}

function nextTryAt(thrown: unknown): number {
  return retryProgressOf(thrown)?.nextAttemptAt ?? 0;
}
