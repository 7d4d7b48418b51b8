import { ApiError, amendApiError } from "../error/api-error.ts";
import { toApiError } from "../error/to-api-error.ts";
import type { AdmissionControl } from "../retry/admission-control.ts";
import { type CallProgress, decideNext } from "../retry/call-progress.ts";
import { isRepeatable, type RetryPolicy } from "../retry/retry-policy.ts";
import { sleep } from "../retry/sleep.ts";
import { attemptCall, findOwner, identityOf, type Outcome } from "./attempt.ts";
import type { Call } from "./call.ts";
import { endedFailure } from "./call-failure.ts";

/** What the calls of one API share. */
export interface Traffic {
  control: AdmissionControl;
  policy: RetryPolicy;
  totalTimeoutMs: number;
}

/** Sends a call and retries it by the policy, within its total time. */
export async function sendWithRetries<Output>(
  call: Call<Output>,
  traffic: Traffic,
  progress: CallProgress,
): Promise<Outcome<Output>> {
  const { totalTimeoutMs } = traffic;
  const endMs = progress.startMs + totalTimeoutMs;
  for (;;) {
    const outcome = await attemptAdmitted(call, traffic, progress);
    if ("value" in outcome) return outcome;
    const { error } = outcome;
    const { attempts } = progress;
    const decision = decideNext(error, progress, call, traffic);
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

/** One attempt, sent when the API's other calls allow it, or failed with what they have just seen. */
export async function attemptAdmitted<Output>(
  call: Call<Output>,
  { control, policy, totalTimeoutMs }: Traffic,
  progress: CallProgress,
): Promise<Outcome<Output>> {
  const { signal } = call;
  addPause(progress);
  const endMs = progress.startMs + totalTimeoutMs;
  const leftMs = () => endMs - Date.now();
  if (control.isShut()) {
    const failed = await findOwner(call, leftMs(), progress);
    if (failed) return endUnsent(failed, progress);
  }
  const request = {
    progress,
    policy,
    remainingMs: leftMs(),
    signal,
    isRepeatable: isRepeatable(call),
  };
  const admission = await control.admit(request);
  if (!admission.admitted)
    return { error: restate(admission.error, call, progress, admission.retryAfterMs) };
  try {
    const outcome = await attemptCall(call, leftMs(), progress);
    if ("value" in outcome) {
      admission.settle();
      return outcome;
    }
    if (outcome.isUnsent) {
      admission.withdraw();
      return endUnsent(lastAnswer(call, progress) ?? outcome.error, progress);
    }
    admission.settle(outcome.error);
    progress.answer = outcome.error;
    if (outcome.isFinal) progress.stopped = { retryStopped: "notRetryable" };
    return outcome;
  } catch (thrown) {
    admission.settle(toApiError(thrown));
    throw thrown;
  }
}

/** What TanStack Query had paused, for want of a connection or of a visible page, is no part of the total time. */
function addPause(progress: CallProgress): void {
  const { dueMs } = progress;
  if (dueMs !== undefined) progress.startMs += Math.max(0, Date.now() - dueMs);
  progress.dueMs = undefined;
}

function endUnsent(error: ApiError, progress: CallProgress): { error: ApiError } {
  progress.stopped = { retryStopped: "notRetryable" };
  return { error };
}

function lastAnswer(call: Call<unknown>, progress: CallProgress): ApiError | undefined {
  const { answer } = progress;
  return answer && restate(answer, call, progress, answer.retryAfterMs);
}

/** What another call was answered, as this one's own failure. */
function restate(
  seen: ApiError,
  call: Call<unknown>,
  { attempts }: CallProgress,
  retryAfterMs: number | undefined,
): ApiError {
  const { code, kind, message, status, requestId, details } = seen;
  return new ApiError(
    {
      code,
      kind,
      message,
      status,
      requestId,
      details,
      retryAfterMs,
      attempts,
      ...identityOf(call),
    },
    { cause: seen },
  );
}
