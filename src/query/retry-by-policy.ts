import { isServer } from "@tanstack/react-query";
import { type ApiError, amendApiError } from "../error/api-error.ts";
import { toApiError } from "../error/to-api-error.ts";
import type { RequestRetry } from "../fetcher/api-options.ts";
import type { Api } from "../fetcher/create-api.ts";
import { decideNext } from "../retry/call-progress.ts";
import type { RetryDecision } from "../retry/retry-policy.ts";
import type { LogicalCall } from "./logical-call.ts";

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

interface Failure {
  call: LogicalCall;
  method: string;
  decision?: RetryDecision;
}

const failures = new WeakMap<ApiError, Failure>();
const progressOf = new WeakMap<ApiError, RetryProgress>();

/** Remembers which call an attempt's error belongs to, so that the policy can judge it. */
export function noteFailure(error: ApiError, call: LogicalCall, method: string): void {
  failures.set(error, { call, method });
}

/** The call whose attempt failed with this. */
export function callThatFailedWith(error: ApiError): LogicalCall | undefined {
  return failures.get(error)?.call;
}

/** What is known of the wait after this failure; undefined when no attempt follows. */
export function retryProgressOf(error: unknown): RetryProgress | undefined {
  return error === null || error === undefined ? undefined : progressOf.get(toApiError(error));
}

/** TanStack Query's own `retry` option. Here it can only end retrying earlier than the policy would, as one that throws does. */
export type OwnRetry = boolean | number | ((failureCount: number, error: ApiError) => boolean);

/**
 * Hands the API's retry policy to TanStack Query, so that one layer alone retries. Query asks for the delay before it
 * asks whether to retry, and a throw in either leaves it pending for ever: both are answered from one decision.
 */
export function retryByPolicy(
  api: Api,
  settings: { retry?: RequestRetry | undefined },
  own?: OwnRetry | undefined,
) {
  const policy = api.policyFor(settings.retry);
  const maxAttempts = attemptsUpTo(policy.maxAttempts, own);

  function judge({ call, method }: Failure, error: ApiError): RetryDecision {
    const hasIdempotencyKey = call.idempotencyKey !== undefined;
    const { totalTimeoutMs } = api;
    const sent = { method, hasIdempotencyKey };
    return decideNext(error, call.progress, sent, { policy, totalTimeoutMs });
  }

  function decide(error: ApiError): RetryDecision {
    const failure = failures.get(error);
    if (!failure) return { retry: false, retryStopped: "notRetryable" };
    failure.decision ??= judge(failure, error);
    return failure.decision;
  }

  return {
    maxAttempts,
    retry(failureCount: number, thrown: unknown): boolean {
      const error = toApiError(thrown);
      const decision = decide(error);
      const progress = failures.get(error)?.call.progress;
      const attempts = progress ? progress.sent : failureCount + 1;
      // Query's own default is not to retry while a server renders; giving a `retry` would override it.
      if (decision.retry && !isServer && allows(own, failureCount, error)) {
        const nextAttemptAt = Date.now() + decision.delayMs;
        if (progress) progress.dueMs = nextAttemptAt;
        progressOf.set(error, {
          attempt: (progress?.rounds ?? failureCount + 1) + 1,
          maxAttempts,
          nextAttemptAt,
          retryAt: decision.retryAt,
        });
        amendApiError(error, { attempts, retryAt: decision.retryAt });
        return true;
      }
      const end = decision.retry ? { retryStopped: "disabled" as const } : decision;
      const { retryStopped, retryAt } = { retryAt: undefined, ...end };
      api.report(amendApiError(error, { attempts, retryStopped, retryAt }));
      return false;
    },
    retryDelay(_failureCount: number, thrown: unknown): number {
      const decision = decide(toApiError(thrown));
      return decision.retry ? decision.delayMs : 0;
    },
  };
}

function allows(own: OwnRetry | undefined, failureCount: number, error: ApiError): boolean {
  if (typeof own === "number") return failureCount < own;
  if (typeof own !== "function") return own !== false;
  try {
    return own(failureCount, error);
  } catch (thrown) {
    console.error(thrown);
    return false;
  }
}

function attemptsUpTo(maxAttempts: number, own: OwnRetry | undefined): number {
  return typeof own === "number" ? Math.min(maxAttempts, Math.ceil(own) + 1) : maxAttempts;
}
