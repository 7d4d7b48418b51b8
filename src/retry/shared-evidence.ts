import type { ApiError, HeldBy } from "../error/api-error.ts";
import { meaningOf } from "./error-meaning.ts";

/** When a failure was seen, and its place in the order of all that this API answered. Not what it said: that is its call's own. */
export interface Sighting {
  order: number;
  /** On the monotonic clock. */
  atMs: number;
}

/**
 * Of the wait since a call's own last failure, the later part in which what another call saw is news.
 *
 * Calls A and B fail together: A's 503 comes at 0 ms, B's at 100 ms. A tries again at 500 ms at the earliest, as half of
 * its first wait of 1 s is fixed. Due then, it knows that B has failed since, but in the first quarter of its wait (up to
 * 125 ms): that is of the same moment, and no news. So A asks. Its 503 at 550 ms is news to B, due at 900 ms: it came
 * after the first quarter of B's wait (up to 300 ms), as what a retry is answered always does. B counts its round, and
 * asks nobody.
 *
 * Without this each of ten calls took the slowest of the others for news, and nobody asked for a whole round: a page took
 * twice as long to recover from an outage of 3 s, and sent as many retries.
 */
const freshShare = 0.75;

/**
 * What the calls of one API have seen of it lately, so that a page of ten failing queries asks about once a round and
 * not ten times. Ordered by number and not by time: many answers come in the same millisecond.
 */
export class SharedEvidence {
  #order = 0;
  #failure: Sighting | undefined;
  /** What it was, and nothing that is its call's own. */
  #failedBy: HeldBy | undefined;
  /** How many there were without another answer between. */
  #failuresInARow = 0;
  #probes = 0;

  /** What has been seen so far is not newer than this. */
  get order(): number {
    return this.#order;
  }

  /** A single failure is no outage: a proxy may have dropped one call. */
  get isDown(): boolean {
    return this.#failuresInARow >= 2;
  }

  /** What the API answered last, while it is down. */
  get failedBy(): HeldBy | undefined {
    return this.isDown ? this.#failedBy : undefined;
  }

  /** Whether the API failed last, and a retry is under way that will tell whether it still does. */
  get isProbed(): boolean {
    return this.#probes > 0 && this.#failure !== undefined;
  }

  /**
   * The API's last failure, where it is news to a call that waits since it counted one.
   * @param newerThan nothing up to this order is news, whatever it is
   */
  newsSince(counted: Sighting, nowMs: number, newerThan: number): Sighting | undefined {
    const freshSinceMs = nowMs - (nowMs - counted.atMs) * freshShare;
    const seen = this.#failure;
    const isNews = seen && seen.order > Math.max(counted.order, newerThan);
    return isNews && seen.atMs >= freshSinceMs ? seen : undefined;
  }

  startProbe(): void {
    this.#probes += 1;
  }

  endProbe(): void {
    this.#probes -= 1;
  }

  noteFailure(error: ApiError, atMs: number): Sighting {
    this.#order += 1;
    const sighting = { order: this.#order, atMs };
    const { isShared, endsOutage } = meaningOf(error);
    if (isShared) {
      this.#failure = sighting;
      const { kind, status, route } = error;
      this.#failedBy = { kind, status, route };
      this.#failuresInARow += 1;
    } else if (endsOutage) this.#failuresInARow = 0;
    return sighting;
  }

  /** What was seen of an outage says nothing any more. Retries still take it for what their own calls saw. */
  forgetOutage(): void {
    this.#failuresInARow = 0;
  }

  noteAlive(): void {
    this.#order += 1;
    this.#failure = undefined;
    this.#failuresInARow = 0;
  }
}
