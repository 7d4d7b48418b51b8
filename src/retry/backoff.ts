/** The longest delay of a timer: above 2^31 - 1 ms, `setTimeout` fires at once. */
const maxTimerMs = 2 ** 31 - 1;

/** Turns any number into a delay that timers support: finite, not negative, under 2^31 ms. */
export function toTimerDelay(delayMs: number): number {
  return Number.isNaN(delayMs) ? 0 : Math.min(Math.max(0, delayMs), maxTimerMs);
}

/**
 * Exponential backoff with equal jitter: half of `min(maxDelayMs, baseDelayMs * 2^retry)` is fixed, half random.
 * @param retry the number of the next retry, starting at 0
 */
export function backoffMs(
  retry: number,
  options: { baseDelayMs: number; maxDelayMs: number; random: () => number },
): number {
  const fullMs = toTimerDelay(Math.min(options.maxDelayMs, options.baseDelayMs * 2 ** retry));
  return fullMs / 2 + (fullMs / 2) * draw(options.random);
}

/** A random extra after a `Retry-After`, so that not all clients come at the same moment. Never negative. */
export function retryAfterJitterMs(retryAfterMs: number, random: () => number): number {
  const spreadMs = Math.min(10_000, Math.max(1_000, 0.2 * retryAfterMs));
  return spreadMs * draw(random);
}

/** A random number from 0 to 1, or 0 if `random` throws or gives anything else: a wait must stay a valid number. */
export function draw(random: () => number): number {
  try {
    const drawn = random();
    return drawn >= 0 && drawn <= 1 ? drawn : 0;
  } catch {
    return 0;
  }
}
