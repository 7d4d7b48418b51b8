/** The longest delay a timer takes: past 2^31 - 1 ms `setTimeout` fires at once. */
const maxTimerMs = 2 ** 31 - 1;

/** Makes any number a delay that a timer honours: finite, not negative, under 2^31 ms. */
export function toTimerDelay(delayMs: number): number {
  return Number.isNaN(delayMs) ? 0 : Math.min(Math.max(0, delayMs), maxTimerMs);
}

/**
 * Exponential backoff with equal jitter: half of `min(maxDelayMs, baseDelayMs * 2^retry)` is fixed, half random.
 * @param retry the retry that is to come, starting at 0
 */
export function backoffMs(
  retry: number,
  options: { baseDelayMs: number; maxDelayMs: number; random: () => number },
): number {
  const fullMs = toTimerDelay(Math.min(options.maxDelayMs, options.baseDelayMs * 2 ** retry));
  return fullMs / 2 + (fullMs / 2) * draw(options.random);
}

/** What is added to a `Retry-After`, so that all who were told the same moment do not come at once. Only ever adds. */
export function retryAfterJitterMs(retryAfterMs: number, random: () => number): number {
  const spreadMs = Math.min(10_000, Math.max(1_000, 0.2 * retryAfterMs));
  return spreadMs * draw(random);
}

/** A random source that gives no number from 0 to 1, or throws, must not turn a wait into none. */
export function draw(random: () => number): number {
  try {
    const drawn = random();
    return drawn >= 0 && drawn <= 1 ? drawn : 0;
  } catch {
    return 0;
  }
}
