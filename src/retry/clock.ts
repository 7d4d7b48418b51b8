/**
 * Milliseconds on a clock that only goes forward, for durations: what is due, what is over, how old something is. The
 * device's own clock (`Date`) is set by people and by the network; it is for what is shown and for what a server names.
 */
export function monotonicMs(): number {
  return performance.now();
}

/** A time to come, on both clocks. */
export interface Moment {
  readonly monotonicMs: number;
  readonly epochMs: number;
}

export function inMs(durationMs: number): Moment {
  return { monotonicMs: monotonicMs() + durationMs, epochMs: Date.now() + durationMs };
}

/**
 * What is left until a moment by the clock that has less. Neither is trusted with the longer: set back by an hour, the
 * device's would hold a 10 s wait for an hour, and the other may stand still while a device sleeps.
 */
export function leftMs(until: Moment): number {
  return Math.min(until.monotonicMs - monotonicMs(), until.epochMs - Date.now());
}

/**
 * How much longer a duration took than it should have, by the clock that says more: with a timer this is how long its
 * page slept, or was kept from running.
 */
export function lateMs(due: Moment): number {
  return Math.max(0, -leftMs(due));
}
