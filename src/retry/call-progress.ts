import type { RetryStop } from "../error/api-error.ts";
import type { Sighting } from "./shared-evidence.ts";

/** How one call has gone so far. Whoever loops over its attempts keeps it. */
export interface CallProgress {
  /** Epoch ms. */
  readonly startMs: number;
  readonly maxAttempts: number;
  /** Attempts made. One that took over what another call had just seen counts, though it sent nothing. */
  attempts: number;
  lastFailure?: Sighting | undefined;
  /** Why the call ended before its next attempt was sent. */
  stopped?: { retryStopped: RetryStop; retryAt?: number | undefined } | undefined;
}

export function startProgress(maxAttempts: number): CallProgress {
  return { startMs: Date.now(), maxAttempts, attempts: 0 };
}
