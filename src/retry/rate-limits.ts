import type { ApiError } from "../error/api-error.ts";
import { leftMs, type Moment } from "./clock.ts";
import { meaningOf } from "./error-meaning.ts";
import { RateLimitGate } from "./rate-limit-gate.ts";

/** What a rate limit closes, where an API is known: its route alone, or all of the API. */
export type GateScope = "route" | "api";

/** However long a `Retry-After` is: past this a call may ask again, so that no answer can shut a page for good. */
const longestClosureMs = 60 * 60_000;

/** Two routes that are limited make a guess of the API, which must not shut out a sign-in for long. */
const longestGuessMs = 60_000;

/**
 * One API's rate limits: each closes its route. Where a second route is limited while one is closed, the limit is taken
 * for the API's, for the shorter of both waits and a minute at most. A scope says otherwise for good.
 *
 * `POST /export` is told to come back in an hour: `POST /login` goes out at once. Then `GET /search` is told to come back in
 * 30 s: for 30 s nothing of the API goes out, but what is sent unsigned.
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
   * @param isUnsigned such a call obeys its own route only: limits are counted by key or token
   */
  of(route: string, isUnsigned: boolean): readonly RateLimitGate[] {
    const own = this.#byRoute.get(route);
    const gates = own ? [own] : [];
    return isUnsigned ? gates : [...gates, this.#ofApi];
  }

  /** When the limit of the whole API is over; undefined where none lasts. */
  get ofApiUntil(): Moment | undefined {
    const { state, closure } = this.#ofApi;
    return state === "closed" ? closure?.until : undefined;
  }

  get all(): readonly RateLimitGate[] {
    return [this.#ofApi, ...this.#byRoute.values()];
  }

  /**
   * Closes where a 429 or 503 names a time.
   * @returns whether a gate has closed, as opposed to staying so for longer
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
