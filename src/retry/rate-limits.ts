import type { ApiError } from "../error/api-error.ts";
import { leftMs, type Moment } from "./clock.ts";
import { meaningOf } from "./error-meaning.ts";
import { RateLimitGate } from "./rate-limit-gate.ts";

/** What a rate limit closes, if that is known of an API: only the route, or the whole API. */
export type GateScope = "route" | "api";

/** The longest closure, however long `Retry-After` is: no answer can shut out a page for good. */
const longestClosureMs = 60 * 60_000;

/** That two limited routes mean a limited API is a guess, and must not shut out a sign-in for long. */
const longestGuessMs = 60_000;

/**
 * The rate limits of one API. Each limit closes its route. If a second route is limited while one is closed, the API is
 * taken to be limited, for the shorter of both waits and at most a minute. A scope decides otherwise.
 *
 * `POST /export` must wait an hour: `POST /login` is sent at once. Then `GET /search` must wait 30 s: for 30 s, only
 * unsigned calls of the API are sent.
 */
export class RateLimits {
  readonly #scope: GateScope | undefined;
  readonly #ofApi = new RateLimitGate();
  readonly #byRoute = new Map<string, RateLimitGate>();

  constructor(scope: GateScope | undefined) {
    this.#scope = scope;
  }

  /**
   * The gates that a call has to pass.
   * @param isUnsigned an unsigned call obeys only its route's limit: servers count limits by key or token
   */
  of(route: string, isUnsigned: boolean): readonly RateLimitGate[] {
    const own = this.#byRoute.get(route);
    const gates = own ? [own] : [];
    return isUnsigned ? gates : [...gates, this.#ofApi];
  }

  /** When the limit of the whole API ends; undefined if there is none. */
  get ofApiUntil(): Moment | undefined {
    const { state, closure } = this.#ofApi;
    return state === "closed" ? closure?.until : undefined;
  }

  get all(): readonly RateLimitGate[] {
    return [this.#ofApi, ...this.#byRoute.values()];
  }

  /**
   * Closes the gates for a 429 or 503 that names a time.
   * @returns whether a gate has newly closed, not just for longer
   */
  note(error: ApiError, route: string): boolean {
    const { limitMs } = meaningOf(error);
    if (limitMs === undefined) return false;
    const closedMs = Math.min(limitMs, longestClosureMs);
    if (this.#scope === "api") return this.#ofApi.close(error, closedMs);
    const others = this.#closedMsOfOthers(route);
    const isNew = this.#gateOf(route).close(error, closedMs);
    if (this.#scope === "route" || others.length === 0) return isNew;
    return this.#ofApi.close(error, Math.min(closedMs, ...others, longestGuessMs)) || isNew;
  }

  #gateOf(route: string): RateLimitGate {
    for (const [known, gate] of this.#byRoute) if (gate.isIdle) this.#byRoute.delete(known);
    const gate = this.#byRoute.get(route) ?? new RateLimitGate();
    this.#byRoute.set(route, gate);
    return gate;
  }

  #closedMsOfOthers(route: string): number[] {
    return [...this.#byRoute].flatMap(([other, { state, closure }]) =>
      other !== route && state === "closed" && closure ? [leftMs(closure.until)] : [],
    );
  }
}
