/** Why a call is not retried any more. Absent while another attempt may follow. */
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
