import type { ApiError } from "../error/api-error.ts";
import type { UnsentCall } from "../error/unsent-call.ts";
import { causeOf, isOfSafeMethod, outageOf } from "./toast-cause.ts";
import type { Failure } from "./toast-entry.ts";

/** A failure as a toast is told of it. */
export function failureOf(error: ApiError, call: UnsentCall | undefined, isRead: boolean): Failure {
  return { error, cause: causeOf(error, isRead), call, isRead };
}

/**
 * Whether a failure is of something read that is heard of when it works again. Of what the app tells of by itself, that is
 * an outage alone.
 */
export function isRead(error: ApiError, call: UnsentCall | undefined): boolean {
  if (call?.order !== undefined) return false;
  return call?.isRead === true || (isOfSafeMethod(error) && outageOf(error) !== undefined);
}
