import { type ApiError, amendApiError, copyApiError } from "../error/api-error.ts";
import { toLocalError } from "../error/local-error.ts";
import type { AdmissionControl } from "../retry/admission-control.ts";
import { type CallProgress, decideNext } from "../retry/call-progress.ts";
import { monotonicMs } from "../retry/clock.ts";
import type { RetryPolicy } from "../retry/retry-policy.ts";
import { sleep } from "../retry/sleep.ts";
import type { Admitted, Refusal } from "../retry/verdict.ts";
import { attemptRequest, findOwner, type Outcome } from "./attempt.ts";
import { endedFailure, heldBackFailure } from "./call-failure.ts";
import { endpointOf, type PreparedRequest } from "./prepared-request.ts";
import { maySendAgain } from "./sent-once.ts";

/** What a request is sent under: what its API's calls share, and its own policy. */
export interface SendTerms {
  control: AdmissionControl;
  policy: RetryPolicy;
  totalTimeoutMs: number;
}

/** Sends a call and retries it by the policy, within its total time. */
export async function sendWithRetries<Output>(
  request: PreparedRequest<Output>,
  terms: SendTerms,
  progress: CallProgress,
): Promise<Outcome<Output>> {
  const { totalTimeoutMs } = terms;
  const endMs = progress.startMs + totalTimeoutMs;
  for (;;) {
    const outcome = await attemptAdmitted(request, terms, progress);
    if ("value" in outcome) return outcome;
    const { error } = outcome;
    const decision = decideNext(error, progress, request, terms);
    if (!decision.retry || !maySendAgain(request)) {
      const retryStopped = decision.retry ? "unsafeMethod" : decision.retryStopped;
      return { error: amendApiError(error, { retryStopped, retryAt: decision.retryAt }) };
    }
    await sleep(decision.delayMs, request.signal);
    if (request.signal?.aborted) return { error: abortedUnsent(request, progress) };
    // A page that was suspended wakes up long after its timer was due.
    if (monotonicMs() >= endMs)
      return { error: amendApiError(error, { retryStopped: "deadline" }) };
  }
}

/**
 * Sends one attempt as soon as the API's other calls allow it. Its error says how many requests were sent for the call
 * so far, and has `retryStopped` if no attempt may follow, whatever the policy says.
 */
export async function attemptAdmitted<Output>(
  request: PreparedRequest<Output>,
  { control, policy, totalTimeoutMs }: SendTerms,
  progress: CallProgress,
): Promise<Outcome<Output>> {
  const { signal } = request;
  addPause(progress);
  const endMs = progress.startMs + totalTimeoutMs;
  const leftMs = () => endMs - monotonicMs();
  const { route, isUnsigned } = request;
  if (control.isShut({ route, isUnsigned })) {
    const failed = await findOwner(request, leftMs(), progress);
    if (failed) return { error: ended(failed, progress) };
  }
  const verdict = await control.admit({
    route,
    isUnsigned,
    progress,
    policy,
    remainingMs: leftMs(),
    signal,
  });
  switch (verdict.kind) {
    case "aborted":
      return { error: abortedUnsent(request, progress) };
    case "refused":
      return { error: refusedFailure(request, progress, verdict.refusal) };
    case "skipped":
      progress.rounds += 1;
      progress.counted = verdict.seen;
      return { error: amendApiError(copyApiError(verdict.own), { attempts: progress.sent }) };
    case "admitted":
      return attemptNow(request, leftMs(), progress, verdict);
  }
}

async function attemptNow<Output>(
  request: PreparedRequest<Output>,
  remainingMs: number,
  progress: CallProgress,
  admitted: Admitted,
): Promise<Outcome<Output>> {
  try {
    const outcome = await attemptRequest(request, remainingMs, progress);
    if ("value" in outcome) {
      admitted.settle();
      return outcome;
    }
    if (outcome.isUnsent) {
      admitted.withdraw();
      const { lastFailure } = progress;
      return { error: ended(lastFailure ? copyApiError(lastFailure) : outcome.error, progress) };
    }
    const { error, isFinal, evidence = error } = outcome;
    progress.rounds += 1;
    progress.counted = admitted.settle(evidence);
    progress.lastFailure = error;
    amendApiError(error, { attempts: progress.sent });
    return { error: isFinal ? ended(error, progress) : error };
  } catch (thrown) {
    admitted.settle(toLocalError(thrown));
    throw thrown;
  }
}

/** TanStack Query's pauses, without a connection or a visible page, do not count for the total time. */
function addPause(progress: CallProgress): void {
  const { pausedMs } = progress;
  if (pausedMs !== undefined) progress.startMs += Math.max(0, monotonicMs() - pausedMs);
  progress.pausedMs = undefined;
}

/** Says on an error that no attempt may follow, whatever the error is. */
function ended(error: ApiError, { sent }: CallProgress): ApiError {
  return amendApiError(error, { attempts: sent, retryStopped: "notRetryable" });
}

/** The error of a call aborted between two attempts or before the first, by its caller or the caller's time limit. */
function abortedUnsent(request: PreparedRequest, { sent }: CallProgress): ApiError {
  const error = endedFailure(endpointOf(request), request.signal?.reason);
  const retryStopped = error.kind === "aborted" ? "notRetryable" : "deadline";
  return amendApiError(error, { attempts: sent, retryStopped });
}

/** The error of a call that ends unsent: its own last failure or, if it has none, what held it. */
function refusedFailure(
  request: PreparedRequest,
  { sent }: CallProgress,
  { told, retryStopped, retryAt }: Refusal,
): ApiError {
  const end = { attempts: sent, retryStopped };
  if ("heldBy" in told) {
    const error = heldBackFailure(endpointOf(request), told.heldBy, retryAt);
    return amendApiError(error, { ...end, retryAt });
  }
  const error = copyApiError(told.own);
  const toldAt = error.retryAfterMs === undefined ? undefined : error.at + error.retryAfterMs;
  return amendApiError(error, { ...end, retryAt: retryAt ?? toldAt });
}
