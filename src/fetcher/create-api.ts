import { type ApiError, amendApiError } from "../error/api-error.ts";
import { formatLogLine } from "../error/log-line.ts";
import { tellReporter } from "../error/tell-reporter.ts";
import { type RetryOptions, type RetryPolicy, retryPolicy } from "../retry/retry-policy.ts";
import type { ApiOptions, RequestArgs } from "./api-options.ts";
import { attemptCall, identityOf, type Outcome } from "./attempt.ts";
import { parseBaseUrl } from "./base-url.ts";
import { type Call, prepareCall } from "./call.ts";
import { endedFailure } from "./call-failure.ts";
import type { Route } from "./route.ts";
import { sleep } from "./sleep.ts";
import { timeLimitMs } from "./time-limit.ts";

export interface Api {
  readonly name: string;
  readonly baseUrl: string;
  readonly timeoutMs: number;
  readonly totalTimeoutMs: number;
  /**
   * Sends a request and retries it by the policy.
   * @throws ApiError for every failure of the call; TypeError, before anything is sent, for a misused option
   */
  request<R extends Route, Output = unknown>(
    route: R,
    ...args: RequestArgs<R, Output>
  ): Promise<Output>;
  /** One attempt and no report, for callers with a retry loop of their own, as TanStack Query has. */
  attempt<R extends Route, Output = unknown>(
    route: R,
    ...args: RequestArgs<R, Output>
  ): Promise<Output>;
  /** The API's policy with a request's own settings over it. */
  policyFor(retry?: RetryOptions | false): RetryPolicy;
  /** Tells `onError` of a final failure: once an error, and never of an abort. */
  report(error: ApiError): void;
}

/**
 * Creates a client for one API.
 * @throws TypeError for a `baseUrl` or a time limit that cannot be used
 */
export function createApi(options: ApiOptions): Api {
  const base = parseBaseUrl(options.baseUrl);
  const reported = new WeakSet<ApiError>();
  const totalTimeoutMs = timeLimitMs("totalTimeoutMs", options.totalTimeoutMs, 120_000);
  const timeoutMs = timeLimitMs("timeoutMs", options.timeoutMs, 30_000);
  const defaults = { ...options, timeoutMs };

  function policyFor(retry?: RetryOptions | false): RetryPolicy {
    if (retry === false || (retry === undefined && options.retry === false))
      return retryPolicy(false);
    return retryPolicy({ ...(options.retry || {}), ...withoutUndefined(retry) });
  }

  function report(error: ApiError): void {
    if (error.kind === "aborted" || reported.has(error)) return;
    reported.add(error);
    const onError = options.onError ?? logToConsole;
    tellReporter(onError, error);
  }

  async function send<Output>(call: Call<Output>, policy: RetryPolicy): Promise<Outcome<Output>> {
    const endMs = Date.now() + totalTimeoutMs;
    for (let attempts = 1; ; attempts += 1) {
      const outcome = await attemptCall(call, endMs - Date.now());
      if ("value" in outcome) return outcome;
      const { error } = outcome;
      const decision = policy.decide({
        error,
        attempts,
        method: call.method,
        hasIdempotencyKey: call.hasIdempotencyKey,
        remainingMs: endMs - Date.now(),
        nowMs: Date.now(),
      });
      if (!decision.retry) {
        const { retryStopped, retryAt } = decision;
        return { error: amendApiError(error, { attempts, retryStopped, retryAt }) };
      }
      await sleep(decision.delayMs, call.signal);
      if (call.signal?.aborted) {
        const ended = endedFailure(identityOf(call), call.signal.reason);
        const retryStopped = ended.kind === "aborted" ? "notRetryable" : "deadline";
        return { error: amendApiError(ended, { attempts, retryStopped }) };
      }
      // A page that was suspended wakes up long after its timer was due.
      if (Date.now() >= endMs)
        return { error: amendApiError(error, { attempts, retryStopped: "deadline" }) };
    }
  }

  return {
    name: options.name ?? "api",
    baseUrl: base.href,
    timeoutMs,
    totalTimeoutMs,
    policyFor,
    report,
    async request(route, ...[settings]) {
      const call = prepareCall(base, defaults, route, settings);
      const outcome = await send(call, policyFor(settings?.retry));
      if ("value" in outcome) return outcome.value;
      report(outcome.error);
      throw outcome.error;
    },
    async attempt(route, ...[settings]) {
      const call = prepareCall(base, defaults, route, settings);
      const outcome = await attemptCall(call, totalTimeoutMs);
      if ("value" in outcome) return outcome.value;
      throw outcome.error;
    },
  };
}

/** What is no API failure is a fault in the app's own code: its line alone would tell nothing, so its cause goes along. */
function logToConsole(error: ApiError): void {
  if (error.code === "UNEXPECTED_ERROR") console.error(formatLogLine(error), error.cause);
  else console.error(formatLogLine(error));
}

/** An option that is there but undefined must not hide the API's own. */
function withoutUndefined(options: RetryOptions = {}): RetryOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
