import { isObject } from "../error/is-object.ts";
import { type Api, type ApiInternals, internalsOf } from "../fetcher/api.ts";
import { failedCallOf } from "../fetcher/failed-call.ts";
import { toTimerDelay } from "../retry/backoff.ts";
import { startProgress } from "../retry/call-progress.ts";
import { meaningOf } from "../retry/error-meaning.ts";
import type { RetryDecision } from "../retry/retry-policy.ts";
import { noteDecision } from "./call-record.ts";
import { isServer } from "./is-server.ts";

export interface QueryDefaultsOptions {
  /**
   * Whether a failed mutation that the app wrote itself becomes a toast, unless it has an `onError`. Default false:
   * from outside, it cannot be seen whether the app awaits the mutation (`mutateAsync`) or gave an `onError` with the
   * call.
   */
  toastMutations?: boolean;
}

/** For `defaultOptions` of a `QueryClient`, with any type of errors. */
export interface QueryDefaults {
  queries: RetryDefaults;
  mutations: RetryDefaults & { meta?: Record<string, unknown> };
}

interface RetryDefaults {
  retry: (failureCount: number, error: unknown) => boolean;
  retryDelay: (failureCount: number, error: unknown) => number;
}

/** The API of each `retry` and `retryDelay` option of {@link queryDefaults}. */
const policies = new WeakMap<object, ApiInternals>();

/**
 * Default options for a TanStack Query client, which give the API's retry policy to queries and mutations that the app
 * wrote itself, with any client: axios, a generated client, `fetch`. The hooks of react-recourse do not change.
 *
 * Errors are read with `api.toApiError`. A call that has already been retried, as all calls of `api.request` and
 * `api.fetch` have, is not retried again. For all others the policy decides: number of attempts, waits, `Retry-After`,
 * and the API's retry budget, which successes refill wherever a provider or a hook of react-recourse is mounted. If an
 * error names no method, a query counts as a GET, and a mutation as a POST, which is not sent again if it got no
 * answer. Unlike with `api.fetch`, a rate limit of one call does not hold back others.
 *
 * ```ts
 * const queryClient = new QueryClient({ defaultOptions: queryDefaults(api, { toastMutations: true }) });
 * ```
 *
 * @throws TypeError for anything that `createApi` did not make
 */
export function queryDefaults(
  api: Api,
  { toastMutations = false }: QueryDefaultsOptions = {},
): QueryDefaults {
  const internals = internalsOf(api);
  return {
    queries: retryingAs("GET", internals),
    mutations: {
      ...retryingAs("POST", internals),
      ...(toastMutations && { meta: { errorToast: "unhandled" } }),
    },
  };
}

/** The API whose policy a `retry` or `retryDelay` option follows; undefined if it is not from {@link queryDefaults}. */
export function policysApi(option: unknown): ApiInternals | undefined {
  return isObject(option) ? policies.get(option) : undefined;
}

/** @param usualMethod the method of a call whose error names none */
function retryingAs(usualMethod: string, api: ApiInternals) {
  const policy = api.policyFor();

  function judge(failureCount: number, thrown: unknown): RetryDecision {
    const error = api.toApiError(thrown);
    const attempts = failureCount + 1;
    const failed = failedCallOf(error);
    // Query asks twice for each failure. An app may throw the same object for several.
    if (failed?.decision && failed.progress.rounds === attempts) return failed.decision;
    const isEnded = (failed && !failed.decision) || api.hasGivenUp(error.requestId);
    const isOver = error.retryStopped ?? (isEnded ? "attempts" : undefined);
    if (isOver) return { retry: false, retryStopped: isOver };
    const decision = policy.decide({
      error,
      attempts,
      method: error.method ?? usualMethod,
      hasIdempotencyKey: false,
      nowMs: Date.now(),
    });
    const progress = { ...startProgress(policy.maxAttempts), rounds: attempts, sent: attempts };
    noteDecision(error, { api, progress, decision }, thrown);
    return decision;
  }

  // On a server, Query itself does not retry either.
  function retry(failureCount: number, thrown: unknown): boolean {
    return !isServer() && judge(failureCount, thrown).retry;
  }

  // Query asks for the delay first, even if it does not retry.
  function retryDelay(failureCount: number, thrown: unknown): number {
    const error = api.toApiError(thrown);
    // A retry whose answer no retry would change has worked, and an aborted one has not failed.
    const { route } = error;
    const { showsUp } = meaningOf(error, policy.statuses);
    const isRetry = failureCount > 0;
    if (isRetry && error.kind !== "aborted" && !showsUp) api.budget?.chargeOthers(route ?? "");
    const decision = judge(failureCount, thrown);
    if (decision.retry) return decision.delayMs;
    // Without a route, all failures would count as those of one.
    const isOutOfRetries = isRetry && decision.retryStopped === "attempts";
    if (route !== undefined && isOutOfRetries) api.budget?.noteBroken(route);
    if (route !== undefined && showsUp) api.budget?.noteWell(route);
    // Used only if a query's own `retry` goes on: Query's own delay, and no shorter than the server asks for.
    const toldMs = decision.retryAt === undefined ? 0 : decision.retryAt - Date.now();
    return toTimerDelay(Math.max(toldMs, Math.min(1_000 * 2 ** failureCount, 30_000)));
  }

  for (const option of [retry, retryDelay]) policies.set(option, api);
  return { retry, retryDelay };
}
