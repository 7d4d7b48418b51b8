import { type Failure, isFailure, type MockRoute } from "react-recourse/msw";

export interface FaultOptions {
  /** How many calls. Default 1. */
  times?: number | undefined;
  /** Default: whatever route is called next. */
  route?: MockRoute | undefined;
  /** Sent as `Retry-After` where the failure is an answer. Default: not sent. */
  retryAfterSeconds?: number | undefined;
}

export interface QueuedFault {
  failure: Failure;
  /** Calls that are still to fail. */
  timesLeft: number;
  route: MockRoute | undefined;
  retryAfterSeconds: number | undefined;
}

/** Failures for the next calls, first in first out: each call takes the first that its route matches. */
export class FaultQueue {
  #queued: readonly QueuedFault[] = [];
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** @throws TypeError for a failure that does not exist, or `times` that is no whole number from 1 */
  inject(failure: Failure, options: FaultOptions = {}): void {
    const { times = 1, route, retryAfterSeconds } = options;
    if (!isFailure(failure))
      throw new TypeError(
        `faults.inject needs a failure of react-recourse/msw: got ${JSON.stringify(failure)}`,
      );
    if (!Number.isInteger(times) || times < 1)
      throw new TypeError(`faults.inject needs times to be a whole number from 1: got ${times}`);
    this.#set([...this.#queued, { failure, timesLeft: times, route, retryAfterSeconds }]);
  }

  /** The fault of a call to this route, counted off. */
  take(route: MockRoute): QueuedFault | undefined {
    const taken = this.#queued.find((fault) => fault.route === undefined || fault.route === route);
    if (taken)
      this.#set(
        this.#queued
          .map((fault) => (fault === taken ? { ...fault, timesLeft: fault.timesLeft - 1 } : fault))
          .filter((fault) => fault.timesLeft > 0),
      );
    return taken;
  }

  pending(): readonly QueuedFault[] {
    return this.#queued;
  }

  clear(): void {
    this.#set([]);
  }

  #set(queued: readonly QueuedFault[]): void {
    this.#queued = queued;
    this.#changed();
  }
}
