import type { ApiError } from "../error/api-error.ts";
import type { CallProgress, RetryProgress } from "../retry/call-progress.ts";
import type { RetryDecision } from "../retry/retry-policy.ts";
import type { ApiInternals } from "./api.ts";

/** A call, as one of its attempts left it. */
export interface FailedCall {
  readonly api: ApiInternals;
  readonly progress: CallProgress;
  /** What follows, where somebody other than the API itself loops over the attempts. */
  readonly decision?: RetryDecision;
  /** The wait for the next attempt, where one follows. */
  readonly wait?: RetryProgress | undefined;
}

/**
 * By what it failed with: whoever shows an error, or is asked what follows it, is handed nothing but the error. Nothing is
 * kept for longer than that.
 */
const failedCalls = new WeakMap<ApiError, FailedCall>();

export function noteFailedCall(error: ApiError, call: FailedCall): void {
  failedCalls.set(error, call);
}

/** The call whose attempt failed with this; undefined where it was none of this page's. */
export function failedCallOf(error: ApiError): FailedCall | undefined {
  return failedCalls.get(error);
}
