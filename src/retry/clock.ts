/**
 * Milliseconds on a clock that only goes forward, for durations, deadlines and ages. People and the network set the
 * device's own clock (`Date`): that is for times that are shown or that a server names.
 */
export function monotonicMs(): number {
  return performance.now();
}

/** A moment in the future, on both clocks. */
export interface Moment {
  readonly monotonicMs: number;
  readonly epochMs: number;
}

export function inMs(durationMs: number): Moment {
  return { monotonicMs: monotonicMs() + durationMs, epochMs: Date.now() + durationMs };
}

/**
 * The time left until a moment, by the clock that says less. The longer time may be wrong: if the device's clock is set
 * back by an hour, a 10 s wait would take an hour, and the monotonic clock may stop while the device sleeps.
 */
export function leftMs(until: Moment): number {
  return Math.min(until.monotonicMs - monotonicMs(), until.epochMs - Date.now());
}

/** How late it is after a moment, by the clock that says more. For a timer: how long the page slept or was blocked. */
export function lateMs(due: Moment): number {
  return Math.max(0, -leftMs(due));
}
