import type { ApiError } from "../error/api-error.ts";
import type { UnsentCall } from "../error/unsent-call.ts";
import { causeOf, isOfSafeMethod, outageOf } from "./toast-cause.ts";
import type { Failure } from "./toast-entry.ts";

/** Names the cause of a failure, for its toast. */
export function failureOf(error: ApiError, call: UnsentCall | undefined, isRead: boolean): Failure {
  return { error, cause: causeOf(error, isRead), call, isRead };
}

/**
 * Whether a failure is of a read, and something will report when that works again. For a failure that the app adds
 * itself, that is true only of an outage.
 */
export function isRead(error: ApiError, call: UnsentCall | undefined): boolean {
  if (call?.order !== undefined) return false;
  return call?.isRead === true || (isOfSafeMethod(error) && outageOf(error) !== undefined);
}
