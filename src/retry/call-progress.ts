import type { ApiError } from "../error/api-error.ts";
import { monotonicMs } from "./clock.ts";
import { pressTimeMs } from "./press-time.ts";
import type { RetryDecision, RetryPolicy } from "./retry-policy.ts";
import type { Sighting } from "./shared-evidence.ts";

/** Who a call was begun for, once that is known. `identity` is undefined for nobody. */
export type CallOwner = { readonly identity: string | undefined } | undefined;

/** What one call has done so far. The loop over its attempts keeps it. */
export interface CallProgress {
  /** On the monotonic clock. Moves on while TanStack Query has the call paused: its total time stands still then. */
  startMs: number;
  readonly maxAttempts: number;
  /** When the person began the call by hand, on the monotonic clock; undefined where it began by itself. */
  readonly pressedAtMs: number | undefined;
  /**
   * Rounds that are over, each an attempt whose time had come. `maxAttempts` limits them, and they lengthen the backoff.
   * One may have sent nothing: its credentials failed, or another call had just seen the API down.
   */
  rounds: number;
  /** Requests that were sent. A round with a renewed token sends two. */
  sent: number;
  /** What this call itself failed with last, never another call. */
  lastFailure?: ApiError | undefined;
  /** The newest failure of the API that a round was counted for: the call's own, or another's. */
  counted?: Sighting | undefined;
  owner?: CallOwner;
  /** Whether the person has signed out since, so that nothing more may be sent. */
  isForgotten?: (() => boolean) | undefined;
  /** A query's refetch whose data is there, and which nobody has pressed for: it may wait. */
  isBackground?: boolean;
  /** Since when TanStack Query has the call paused, until its next attempt. On the monotonic clock. */
  pausedMs?: number | undefined;
}

/** Where a failing call stands while it waits for its next attempt. */
export interface RetryProgress {
  /** The attempt that comes next, starting at 1. */
  attempt: number;
  maxAttempts: number;
  /** Epoch ms. */
  nextAttemptAt: number;
  /** Epoch ms. Until then a rate limit would refuse any attempt; undefined where none was told. */
  retryAt: number | undefined;
}

/** What follows a failed attempt, for whoever loops: the policy's word, unless the error says that the call has ended. */
export function decideNext(
  error: ApiError,
  { rounds, startMs }: CallProgress,
  call: { method: string; hasIdempotencyKey: boolean },
  { policy, totalTimeoutMs }: { policy: RetryPolicy; totalTimeoutMs: number },
): RetryDecision {
  const { retryStopped, retryAt } = error;
  if (retryStopped) return { retry: false, retryStopped, retryAt };
  const { method, hasIdempotencyKey } = call;
  const remainingMs = startMs + totalTimeoutMs - monotonicMs();
  return policy.decide({
    error,
    attempts: rounds,
    method,
    hasIdempotencyKey,
    remainingMs,
    nowMs: Date.now(),
  });
}

export function startProgress(maxAttempts: number): CallProgress {
  return { startMs: monotonicMs(), maxAttempts, pressedAtMs: pressTimeMs(), rounds: 0, sent: 0 };
}
