import { EventQueue, type ScheduledEvent } from "./event-queue.ts";

/** After so many events the real event loop turns once, so that what was collected is let go. */
const eventsPerTurn = 512;

/** Taken before anybody puts other timers in the place of the real ones. */
const turnEventLoop = globalThis.setImmediate;

/**
 * Time that goes from one event straight to the next. After each event all promise jobs that it began are done, and those
 * that they began, before the next one runs.
 */
export class VirtualClock {
  readonly #events = new EventQueue();
  #nowMs = 0;
  #ran = 0;

  /** Milliseconds since the simulation began. */
  get nowMs(): number {
    return this.#nowMs;
  }

  at(atMs: number, run: () => void): ScheduledEvent {
    return this.#events.add(Math.max(atMs, this.#nowMs), run);
  }

  after(delayMs: number, run: () => void): ScheduledEvent {
    return this.at(this.#nowMs + delayMs, run);
  }

  /** Runs all events up to that time. What an event throws ends it. */
  async runUntil(endMs: number): Promise<void> {
    for (;;) {
      const event = this.#events.takeUntil(endMs);
      if (!event) break;
      this.#nowMs = event.atMs;
      event.run();
      await this.#promiseJobs();
    }
    this.#nowMs = Math.max(this.#nowMs, endMs);
  }

  /** Node runs a tick only when no promise job is left. */
  #promiseJobs(): Promise<void> {
    this.#ran += 1;
    const isTurn = this.#ran % eventsPerTurn === 0;
    return new Promise((done) => (isTurn ? turnEventLoop(done) : process.nextTick(done)));
  }
}
