import type { ApiError, RetryStop } from "../error/api-error.ts";
import type { RetryDecision, RetryPolicy } from "./retry-policy.ts";
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

/** What follows a failed attempt, for whoever loops: the policy's word, unless the call has been stopped unsent. */
export function decideNext(
  error: ApiError,
  { stopped, attempts, startMs }: CallProgress,
  call: { method: string; hasIdempotencyKey: boolean },
  { policy, totalTimeoutMs }: { policy: RetryPolicy; totalTimeoutMs: number },
): RetryDecision {
  if (stopped) return { retry: false, ...stopped };
  const { method, hasIdempotencyKey } = call;
  const nowMs = Date.now();
  const remainingMs = startMs + totalTimeoutMs - nowMs;
  return policy.decide({ error, attempts, method, hasIdempotencyKey, remainingMs, nowMs });
}

export function startProgress(maxAttempts: number): CallProgress {
  return { startMs: Date.now(), maxAttempts, attempts: 0 };
}
