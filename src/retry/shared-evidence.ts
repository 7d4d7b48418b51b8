import type { ApiError, HeldBy } from "../error/api-error.ts";
import { meaningOf } from "./error-meaning.ts";

/** When a failure was seen, and its number among the API's answers. It holds nothing of the failed call itself. */
export interface Sighting {
  order: number;
  /** On the monotonic clock. */
  atMs: number;
}

/**
 * The last part of a call's wait since its own last failure in which another call's failure counts as news.
 *
 * Calls A and B fail together: A gets a 503 at 0 ms, B at 100 ms. A's retry comes due at 500 ms at the earliest, since
 * half of its first wait of 1 s is fixed. B's failure came in the first quarter of A's wait (up to 125 ms): it is of
 * the same moment, and no news. So A's retry is sent. It gets a 503 at 550 ms. That is news to B, which comes due at
 * 900 ms: the answer to a retry always comes after the first quarter of the other call's wait (for B, up to 300 ms). B
 * counts its round and sends nothing.
 *
 * Without this rule, each of ten calls took the slowest of the others for news, and none was sent for a whole round: a
 * page took twice as long to recover from an outage of 3 s, and sent as many retries.
 */
const freshShare = 0.75;

/**
 * What the calls of one API have seen of it lately, so that a page of ten failing queries sends about one retry per
 * round and not ten. Failures are ordered by number, not by time: many answers come in the same millisecond.
 */
export class SharedEvidence {
  #order = 0;
  #failure: Sighting | undefined;
  /** What the last failure was, without anything that belongs only to its call. */
  #failedBy: HeldBy | undefined;
  /** How many failures spoke for the whole API since an answer that ends an outage. */
  #failuresInARow = 0;
  #probes = 0;

  /** The number of the newest answer so far. */
  get order(): number {
    return this.#order;
  }

  /** Two failures in a row. A single one is no outage: a proxy may have dropped one call. */
  get isDown(): boolean {
    return this.#failuresInARow >= 2;
  }

  /** The API's last failure while it is down; else undefined. */
  get failedBy(): HeldBy | undefined {
    return this.isDown ? this.#failedBy : undefined;
  }

  /** Whether the API has failed since it last worked, and a retry is under way that will show whether it still does. */
  get isProbed(): boolean {
    return this.#probes > 0 && this.#failure !== undefined;
  }

  /**
   * The API's last failure, if it is news to a call that has waited since the failure `counted`.
   * @param newerThan no failure up to this order is news
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

  /** Forgets an outage. Retries still count the failures that other calls have seen. */
  forgetOutage(): void {
    this.#failuresInARow = 0;
  }

  noteAlive(): void {
    this.#order += 1;
    this.#failure = undefined;
    this.#failuresInARow = 0;
  }
}
