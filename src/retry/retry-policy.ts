import type { ApiError } from "../error/api-error.ts";
import { givenOptions } from "../error/given-options.ts";
import type { RetryStop } from "../error/retry-stop.ts";
import { withoutUndefined } from "../error/without-undefined.ts";
import { atLeast } from "./at-least.ts";
import { backoffMs, draw, retryAfterJitterMs, toTimerDelay } from "./backoff.ts";
import { meaningOf } from "./error-meaning.ts";
import type { GateScope } from "./rate-limits.ts";
import type { BudgetOptions, RetryBudget } from "./retry-budget.ts";

export interface RetryOptions {
  /** How many attempts a call has, including the first. Default 5. */
  maxAttempts?: number;
  /** The wait before the first retry. It doubles for each further one. Default 500. */
  baseDelayMs?: number;
  /** The longest wait between two attempts. Default 20 000. */
  maxDelayMs?: number;
  /** If `Retry-After` asks for a longer wait, the call is not retried. Default 60 000. */
  maxRetryAfterMs?: number;
  /** The retry budget: how many retries of the whole API may fail. `false`: no limit. */
  budget?: BudgetOptions | false;
  /**
   * What a 429, or a 503 with `Retry-After`, holds back: `"route"` or `"api"`. By default, calls to its route; if a
   * second route is limited meanwhile, calls to the whole API, for a minute at most.
   */
  gate?: GateScope;
  /** Statuses to retry in addition to 408, 429, 500, 502, 503 and 504: `[425, 529]`. */
  statuses?: readonly number[];
  /**
   * Whether a call that ran into `timeoutMs` is retried, if its method allows it. Default false: the server may still
   * be working on it, and each retry adds to that.
   */
  timeouts?: boolean;
  /**
   * Whether a retry is skipped if another call has just got a 502, 503, 504 or no answer. It then counts as failed,
   * without being sent. Default true.
   */
  shareEvidence?: boolean;
  /** A random number from 0 to 1. Default `Math.random`. */
  random?: () => number;
}

/** The call that a decision is about. */
export interface RetrySubject {
  error: ApiError;
  /** Rounds that are over, starting at 1: attempts that were sent, and those that counted without being sent. */
  attempts: number;
  method: string;
  hasIdempotencyKey: boolean;
  /** The time left until the total deadline, in milliseconds; absent means no deadline. */
  remainingMs?: number | undefined;
  /** The budget that pays for the retry; absent means no limit. */
  budget?: Pick<RetryBudget, "mayPay"> | undefined;
  nowMs: number;
}

export type RetryDecision =
  | { retry: true; delayMs: number; retryAt?: number | undefined }
  | { retry: false; retryStopped: RetryStop; retryAt?: number | undefined };

type RetrySettings = Required<Omit<RetryOptions, "gate">>;

export interface RetryPolicy {
  readonly maxAttempts: number;
  readonly shareEvidence: boolean;
  readonly usesBudget: boolean;
  /** Retried besides the six statuses of the reference. */
  readonly statuses: readonly number[];
  /** From 0 to 1, whatever the option returns. */
  random(): number;
  decide(subject: RetrySubject): RetryDecision;
}

const repeatableMethods = new Set(["GET", "HEAD", "OPTIONS", "PUT", "DELETE"]);

/**
 * Makes the policy that decides after each failure whether and when to try again: after 408, 429, 500, 502, 503, 504
 * and network failures, but not after a time-out, with at most 5 attempts. With the default delays, four retries take
 * 3.75 to 7.5 s, or 7.5 to 15 s after a 429 or 503 without `Retry-After`. `decide` depends only on its arguments and
 * `random`, and never throws.
 * @param options `false` for a policy that retries nothing
 * @param base defaults for the options. Its `random` also counts with `options: false`: it spreads calls after a rate
 * limit
 */
export function retryPolicy(
  options: RetryOptions | false = {},
  base: RetryOptions = {},
): RetryPolicy {
  const given = givenOptions({ ...base, ...withoutUndefined<RetryOptions>(options || {}) });
  const settings = withDefaults(given);
  return {
    maxAttempts: options === false ? 1 : settings.maxAttempts,
    shareEvidence: settings.shareEvidence,
    usesBudget: settings.budget !== false,
    statuses: settings.statuses,
    random: () => draw(settings.random),
    decide(subject) {
      const stopped =
        options === false ? disabled(subject, settings) : stopReason(subject, settings);
      const { error, nowMs, remainingMs } = subject;
      const retryAfterMs = toldWaitMs(error, nowMs);
      const retryAt = retryAfterMs === undefined ? undefined : nowMs + retryAfterMs;
      if (stopped) return { retry: false, retryStopped: stopped, retryAt };
      const delayMs = waitMs(subject, settings);
      if (remainingMs !== undefined && delayMs >= remainingMs)
        return { retry: false, retryStopped: "deadline", retryAt };
      // Checked here too, so that no call waits in vain for a retry. The cost is taken when the retry is sent.
      if (settings.budget !== false && subject.budget?.mayPay(error) === false)
        return { retry: false, retryStopped: "budget", retryAt };
      return { retry: true, delayMs, retryAt };
    },
  };
}

function disabled({ error }: RetrySubject, { statuses }: RetrySettings): RetryStop {
  return meaningOf(error, statuses).isRetryable ? "disabled" : "notRetryable";
}

function stopReason(subject: RetrySubject, settings: RetrySettings): RetryStop | undefined {
  const { error } = subject;
  const { isRetryable, isOwnTimeout } = meaningOf(error, settings.statuses);
  if (!isRetryable) return "notRetryable";
  if (isOwnTimeout && !settings.timeouts) return isOver(subject) ? "deadline" : "noAnswer";
  if (error.status === undefined && !isRepeatable(subject)) return "unsafeMethod";
  if (subject.attempts >= settings.maxAttempts) return "attempts";
  if ((toldWaitMs(error, subject.nowMs) ?? 0) > settings.maxRetryAfterMs)
    return "retryAfterTooLong";
  return undefined;
}

/** Whether the time limit that ran out was the call's total time. */
function isOver({ remainingMs = Number.POSITIVE_INFINITY }: RetrySubject): boolean {
  return remainingMs <= 0;
}

/** Whether a call may be sent again although the last request may have been served (RFC 9110, 9.2.2). */
export function isRepeatable(call: { method: string; hasIdempotencyKey: boolean }): boolean {
  return repeatableMethods.has(call.method) || call.hasIdempotencyKey;
}

function waitMs(subject: RetrySubject, settings: RetrySettings): number {
  const { error, attempts, nowMs } = subject;
  const { random, maxDelayMs } = settings;
  const retryAfterMs = toldWaitMs(error, nowMs);
  const baseDelayMs = settings.baseDelayMs * (meaningOf(error).asksForCalm ? 2 : 1);
  const delayMs = backoffMs(attempts - 1, { baseDelayMs, maxDelayMs, random });
  if (retryAfterMs === undefined) return delayMs;
  return toTimerDelay(Math.max(delayMs, retryAfterMs) + retryAfterJitterMs(retryAfterMs, random));
}

/**
 * The rest of the time that the server asked for: its answer may be some rounds old. An error made by hand may contain
 * NaN, which would make every comparison false.
 */
function toldWaitMs({ retryAfterMs, at }: ApiError, nowMs: number): number | undefined {
  if (retryAfterMs === undefined || Number.isNaN(retryAfterMs)) return undefined;
  return Math.max(0, retryAfterMs - Math.max(0, nowMs - at));
}

function withDefaults(options: RetryOptions): RetrySettings {
  return {
    maxAttempts: atLeast(1, options.maxAttempts, 5),
    baseDelayMs: atLeast(0, options.baseDelayMs, 500),
    maxDelayMs: atLeast(0, options.maxDelayMs, 20_000),
    maxRetryAfterMs: atLeast(0, options.maxRetryAfterMs, 60_000),
    budget: options.budget ?? {},
    statuses: options.statuses ?? [],
    timeouts: options.timeouts ?? false,
    shareEvidence: options.shareEvidence ?? true,
    random: options.random ?? Math.random,
  };
}
