import type { ApiError } from "../error/api-error.ts";
import { monotonicMs } from "./clock.ts";
import { pressTimeMs } from "./press-time.ts";
import type { RetryDecision, RetryPolicy } from "./retry-policy.ts";
import type { Sighting } from "./shared-evidence.ts";

/** Who a call was begun for, once that is known. Without `identity`, nobody was signed in. */
export type CallOwner = { readonly identity: string | undefined } | undefined;

/** What one call has done so far. The loop over its attempts updates it. */
export interface CallProgress {
  /** On the monotonic clock, moved forward by TanStack Query's pauses of the call: they use up no total time. */
  startMs: number;
  readonly maxAttempts: number;
  /** When the person began the call by hand, on the monotonic clock; undefined if it began by itself. */
  readonly pressedAtMs: number | undefined;
  /**
   * Rounds that are over, each an attempt that came due. `maxAttempts` limits them, and they lengthen the backoff. A
   * round may have sent nothing: the credentials failed, or another call had just seen the API down.
   */
  rounds: number;
  /** Requests that were sent. A round that renews the token sends two. */
  sent: number;
  /** This call's own last failure, never another call's. */
  lastFailure?: ApiError | undefined;
  /** The newest failure of the API that has counted as a round of this call: its own or another call's. */
  counted?: Sighting | undefined;
  owner?: CallOwner;
  /** Whether the person has signed out since the call began, so that nothing more may be sent. */
  isForgotten?: (() => boolean) | undefined;
  /** A query's refetch that has data and that nobody started by hand: it may wait. */
  isBackground?: boolean;
  /** Since when TanStack Query has the call paused, on the monotonic clock; undefined once the next attempt begins. */
  pausedMs?: number | undefined;
}

/** How far a failing call is while it waits for its next attempt. */
export interface RetryProgress {
  /** The number of the next attempt, starting at 1. */
  attempt: number;
  maxAttempts: number;
  /** Epoch ms. */
  nextAttemptAt: number;
  /** Epoch ms. Until then, a rate limit would refuse any attempt; undefined if the server named no time. */
  retryAt: number | undefined;
}

/** What follows a failed attempt: the policy decides, unless the error says that the call has ended. */
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
