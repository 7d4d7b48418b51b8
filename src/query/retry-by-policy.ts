import type { ApiError } from "../error/api-error.ts";
import { toBareCause } from "../error/bare-cause.ts";
import { type Api, internalsOf } from "../fetcher/api.ts";
import type { RequestRetry } from "../fetcher/api-options.ts";
import { decideNext } from "../retry/call-progress.ts";
import type { RetryDecision } from "../retry/retry-policy.ts";
import { type CallRecord, decisionAfter } from "./call-record.ts";
import { isServer } from "./is-server.ts";

/** TanStack Query's own `retry` option. It can only end retries earlier than the policy does; a throw ends them too. */
export type OwnRetry = boolean | number | ((failureCount: number, error: ApiError) => boolean);

/** How the attempts of one query or mutation follow each other. */
export interface RetryRules {
  maxAttempts: number;
  /**
   * Decides what follows a failed attempt.
   * @param clients the `retry` in the client's defaults; like an own `retry`, it can only end retries earlier
   */
  judge(
    call: CallRecord,
    failed: { error: ApiError; method: string; clients: OwnRetry | undefined },
  ): RetryDecision;
}

/**
 * Makes TanStack Query follow the API's retry policy, so that only one layer retries. `judge` decides about each
 * failure as it comes. Query asks for the delay before it asks whether to retry, and if either throws, the query stays
 * pending for ever: so both only look the decision up.
 */
export function retryByPolicy(
  api: Api,
  settings: { retry?: RequestRetry | undefined },
  own?: OwnRetry | undefined,
  /** Whether Query's count is over several calls, as in an infinite query. */
  hasManyCalls = false,
) {
  const { policyFor, totalTimeoutMs } = internalsOf(api);
  const policy = policyFor(settings.retry);

  const rules: RetryRules = {
    maxAttempts: attemptsUpTo(policy.maxAttempts, own),
    judge(call, { error, method, clients }) {
      const sent = { method, hasIdempotencyKey: call.idempotencyKey !== undefined };
      const decision = decideNext(error, call, sent, { policy, totalTimeoutMs });
      // Query counts failures from 0. By default it does not retry on a server, but a `retry` option overrides that.
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
        // A wrapper of the function may pass a new signal or context to each attempt. Each attempt would then begin a
        // call, without end.
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
    console.error(toBareCause(thrown));
    return false;
  }
}

/** The largest number of attempts, the first included. */
export function attemptsUpTo(maxAttempts: number, own: OwnRetry | undefined): number {
  return typeof own === "number" ? Math.min(maxAttempts, Math.ceil(own) + 1) : maxAttempts;
}
