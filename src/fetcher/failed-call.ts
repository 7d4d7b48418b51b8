import type { ApiError } from "../error/api-error.ts";
import { isObject } from "../error/is-object.ts";
import type { CallProgress, RetryProgress } from "../retry/call-progress.ts";
import type { RetryDecision } from "../retry/retry-policy.ts";
import type { ApiInternals } from "./api.ts";

/** A call, and how far it was when one of its attempts failed. */
export interface FailedCall {
  readonly api: ApiInternals;
  readonly progress: CallProgress;
  /** What follows, if TanStack Query and not the API itself loops over the attempts. */
  readonly decision?: RetryDecision;
  /** The wait for the next attempt, if one follows. */
  readonly wait?: RetryProgress | undefined;
}

/**
 * The call of each error, and of each thrown value that an error was read from: whoever shows an error, or is asked
 * what follows it, has nothing but the error. An entry lives as long as its key.
 */
const failedCalls = new WeakMap<object, FailedCall>();

export function noteFailedCall(failure: object, call: FailedCall): void {
  failedCalls.set(failure, call);
}

/** The call whose attempt failed with this, however it was read; undefined if it was no call of this page. */
export function failedCallOf(error: ApiError): FailedCall | undefined {
  const { cause } = error;
  return failedCalls.get(error) ?? (isObject(cause) ? failedCalls.get(cause) : undefined);
}
