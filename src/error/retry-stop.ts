/** Why retrying ended. Absent while an attempt may still follow. */
export const retryStops = [
  "notRetryable",
  "attempts",
  "budget",
  "deadline",
  "retryAfterTooLong",
  "unsafeMethod",
  "noAnswer",
  "heldBack",
  "disabled",
] as const;

export type RetryStop = (typeof retryStops)[number];
