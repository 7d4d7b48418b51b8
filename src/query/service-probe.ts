import type { Query, QueryClient } from "@tanstack/react-query";
import { Listeners } from "../error/listeners.ts";
import { toLocalError } from "../error/local-error.ts";
import { type Api, type ApiInternals, internalsOf } from "../fetcher/api.ts";
import { statusOf } from "../retry/api-status.ts";
import { meaningOf } from "../retry/error-meaning.ts";
import { retryProgressOf } from "./call-record.ts";
import { spreadOut } from "./spread-out.ts";
import { cancelFailingQuery, refetch, retryFailingQuery } from "./waiting-query.ts";

/**
 * Sends one request to see whether a service is back, when a person asks for it: it fetches the newest failed query on
 * the screen again. If that gets an answer, the other failed queries follow within a second; if not, nothing more is
 * sent. It sends no write.
 */
class ServiceProbe {
  readonly #client: QueryClient;
  readonly #underWay = new Map<ApiInternals, Promise<void>>();
  readonly #presses = new Listeners<[]>();

  constructor(client: QueryClient) {
    this.#client = client;
  }

  /** Calls back when {@link ServiceProbe.hasWork} may have changed. */
  readonly subscribe = (listener: () => void): (() => void) => {
    const stops = [this.#presses.add(listener), this.#client.getQueryCache().subscribe(listener)];
    return () => {
      for (const stop of stops) stop();
    };
  };

  /** Whether there is something to send, or a probe is under way. */
  hasWork(api: Api): boolean {
    return this.#underWay.has(internalsOf(api)) || this.#failedOf(api).length > 0;
  }

  /** Sends the probe, or joins the one under way. Settles when it was answered or has failed. Never rejects. */
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
      // It may have been fetched or removed meanwhile, and the service may be down again.
      if (isUp(api) && isFailedOnScreen(query)) this.#fetchAgain(query);
    };
    if (isUp(api)) spreadOut(api, others, follow);
  }

  /** The newest failure first. */
  #failedOf({ name }: Api): Query[] {
    return this.#client
      .getQueryCache()
      .findAll({ queryKey: [name] })
      .filter(isFailedOnScreen)
      .sort((one, other) => failedAt(other) - failedAt(one));
  }

  /** Fetches until the first answer, and without retries if the service is still down. */
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
    await Promise.race([answered, this.#fetchAgain(query)]);
    stop();
  }

  /** The query's own state has the outcome. */
  async #fetchAgain(query: Query): Promise<void> {
    const { fetchStatus, fetchFailureReason } = query.state;
    if (fetchStatus !== "idle") return retryFailingQuery(this.#client, fetchFailureReason);
    await refetch(this.#client, query)().catch(() => {});
  }
}

const probes = new WeakMap<QueryClient, ServiceProbe>();

/** One per client, so that two notices send one request. Not in the session: apps without a notice need not load it. */
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

/** Whether the query shows an error that another attempt may fix, or waits for its next attempt. */
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
