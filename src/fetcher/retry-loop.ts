import { ApiError, amendApiError } from "../error/api-error.ts";
import { toApiError } from "../error/to-api-error.ts";
import {
  type AdmissionControl,
  type Admitted,
  leftOfRetryAfter,
} from "../retry/admission-control.ts";
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
    if (call.signal?.aborted) return { error: amendApiError(leftUnsent(call), { attempts }) };
    // A page that was suspended wakes up long after its timer was due.
    if (Date.now() >= endMs)
      return { error: amendApiError(error, { attempts, retryStopped: "deadline" }) };
  }
}

/**
 * One attempt, sent when the API's other calls allow it, or failed with what they have just seen. Its error names
 * `retryStopped` where no attempt may follow, whatever the policy says.
 */
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
    if (failed) return endUnsent(failed);
  }
  const request = {
    progress,
    policy,
    remainingMs: leftMs(),
    signal,
    isRepeatable: isRepeatable(call),
  };
  const admission = await control.admit(request);
  switch (admission.kind) {
    case "aborted":
      progress.attempts += 1;
      return { error: leftUnsent(call) };
    case "refused": {
      const { error, retryAfterMs, retryStopped, retryAt } = admission.refusal;
      const held = restate(error, call, progress, retryAfterMs);
      return { error: amendApiError(held, { retryStopped, retryAt }) };
    }
    case "skipped": {
      const { seen } = admission;
      progress.attempts += 1;
      progress.lastFailure = seen;
      const retryAfterMs = leftOfRetryAfter(seen, Date.now());
      return { error: restate(seen.error, call, progress, retryAfterMs) };
    }
    case "admitted":
      return attemptNow(call, leftMs(), progress, admission);
  }
}

async function attemptNow<Output>(
  call: Call<Output>,
  remainingMs: number,
  progress: CallProgress,
  admission: Admitted,
): Promise<Outcome<Output>> {
  progress.attempts += 1;
  try {
    const outcome = await attemptCall(call, remainingMs, progress);
    if ("value" in outcome) {
      admission.settle();
      return outcome;
    }
    if (outcome.isUnsent) {
      progress.attempts -= 1;
      admission.withdraw();
      return endUnsent(lastAnswer(call, progress) ?? outcome.error);
    }
    progress.lastFailure = admission.settle(outcome.error);
    progress.answer = outcome.error;
    return outcome.isFinal ? endUnsent(outcome.error) : outcome;
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

function endUnsent(error: ApiError): { error: ApiError } {
  return { error: amendApiError(error, { retryStopped: "notRetryable" }) };
}

/** The call was aborted between two attempts, or before the first: by its caller, or by a time limit of its caller's. */
function leftUnsent(call: Call<unknown>): ApiError {
  const ended = endedFailure(identityOf(call), call.signal?.reason);
  const retryStopped = ended.kind === "aborted" ? "notRetryable" : "deadline";
  return amendApiError(ended, { retryStopped });
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
