import type { ApiError } from "../error/api-error.ts";
import { meaningOf } from "./error-meaning.ts";

/** When a failure was seen, and its place in the order of all that this API answered. Not what it said: that is its call's own. */
export interface Sighting {
  order: number;
  /** Epoch ms. */
  atMs: number;
}

/**
 * What the calls of one API have seen of it lately, so that a page of ten failing queries asks about once a round and
 * not ten times. Ordered by number and not by time: many answers come in the same millisecond.
 */
export class SharedEvidence {
  #order = 0;
  #failure: Sighting | undefined;
  #probes = 0;

  /** What has been seen so far is not newer than this. */
  get order(): number {
    return this.#order;
  }

  /** Whether the API failed last, and a retry is under way that will tell whether it still does. */
  get isProbed(): boolean {
    return this.#probes > 0 && this.#failure !== undefined;
  }

  /** What the API was last seen to fail with, where that was after `order` and not before `sinceMs`. */
  failureSince(order: number, sinceMs: number): Sighting | undefined {
    const seen = this.#failure;
    return seen && seen.order > order && seen.atMs >= sinceMs ? seen : undefined;
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
    if (meaningOf(error).isShared) this.#failure = sighting;
    return sighting;
  }

  noteAlive(): void {
    this.#order += 1;
    this.#failure = undefined;
  }
}
