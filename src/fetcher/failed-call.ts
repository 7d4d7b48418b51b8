import type { ApiError } from "../error/api-error.ts";
import { isObject } from "../error/is-object.ts";
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
 * By what it failed with, or by what that was read from: whoever shows an error, or is asked what follows it, is handed
 * nothing but the error. Nothing is kept for longer than that.
 */
const failedCalls = new WeakMap<object, FailedCall>();

export function noteFailedCall(failure: object, call: FailedCall): void {
  failedCalls.set(failure, call);
}

/** The call whose attempt failed with this, however it was read; undefined where it was none of this page's. */
export function failedCallOf(error: ApiError): FailedCall | undefined {
  const { cause } = error;
  return failedCalls.get(error) ?? (isObject(cause) ? failedCalls.get(cause) : undefined);
}
