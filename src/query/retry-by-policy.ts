import type { ApiError } from "../error/api-error.ts";
import { type Api, internalsOf } from "../fetcher/api.ts";
import type { RequestRetry } from "../fetcher/api-options.ts";
import { decideNext } from "../retry/call-progress.ts";
import type { RetryDecision } from "../retry/retry-policy.ts";
import { type CallRecord, decisionAfter } from "./call-record.ts";
import { isServer } from "./is-server.ts";

/** TanStack Query's own `retry` option. Here it can only end retrying earlier than the policy would, as one that throws does. */
export type OwnRetry = boolean | number | ((failureCount: number, error: ApiError) => boolean);

/** How the attempts of one query or mutation follow each other. */
export interface RetryRules {
  maxAttempts: number;
  /**
   * What follows a failed attempt.
   * @param clients what the client's own defaults say of retries; like an own `retry` it can only end them sooner
   */
  judge(
    call: CallRecord,
    failed: { error: ApiError; method: string; clients: OwnRetry | undefined },
  ): RetryDecision;
}

/**
 * Hands the API's retry policy to TanStack Query, so that one layer alone retries. Each failure is judged as it comes; Query
 * asks for the delay before it asks whether to retry, and a throw in either leaves it pending for ever: both only look
 * the decision up.
 */
export function retryByPolicy(
  api: Api,
  settings: { retry?: RequestRetry | undefined },
  own?: OwnRetry | undefined,
  /** Whether Query's own count is of several calls, as of a query with pages. */
  hasManyCalls = false,
) {
  const { policyFor, totalTimeoutMs } = internalsOf(api);
  const policy = policyFor(settings.retry);

  const rules: RetryRules = {
    maxAttempts: attemptsUpTo(policy.maxAttempts, own),
    judge(call, { error, method, clients }) {
      const sent = { method, hasIdempotencyKey: call.idempotencyKey !== undefined };
      const decision = decideNext(error, call, sent, { policy, totalTimeoutMs });
      // Query counts failures from 0 on. Its own default is not to retry while a server renders; giving a `retry`
      // overrides it.
      const failureCount = Math.max(0, call.rounds - 1);
      const isAllowed =
        !isServer() && [own, clients].every((retry) => allows(retry, failureCount, error));
      if (!decision.retry || isAllowed) return decision;
      return { retry: false, retryStopped: "disabled", retryAt: decision.retryAt };
    },
  };

  return {
    rules,
    retrying: {
      retry(failureCount: number, thrown: unknown): boolean {
        // A signal or a context that is made anew for each attempt, by whoever wraps the function, would begin a call each
        // time, without an end.
        if (!hasManyCalls && failureCount + 1 >= policy.maxAttempts) return false;
        return decisionAfter(thrown)?.retry ?? false;
      },
      retryDelay(_failureCount: number, thrown: unknown): number {
        const decision = decisionAfter(thrown);
        return decision?.retry ? decision.delayMs : 0;
      },
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

/** How many attempts there are at most, the first one included. */
export function attemptsUpTo(maxAttempts: number, own: OwnRetry | undefined): number {
  return typeof own === "number" ? Math.min(maxAttempts, Math.ceil(own) + 1) : maxAttempts;
}
