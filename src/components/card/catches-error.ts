import type { ApiError } from "../../error/api-error.ts";
import { toBareCause } from "../../error/bare-cause.ts";
import type { ErrorCode } from "../../error/error-code.ts";
import type { ErrorKind } from "../../error/error-kind.ts";

/** Which errors a boundary catches: any of these codes and kinds, or those for which the predicate is true. */
export type Catches = readonly (ErrorCode | ErrorKind)[] | ((error: ApiError) => boolean);

/** Whether a boundary catches this error. Without `catches`: always. If the predicate throws: no. Never throws. */
export function catchesError(catches: Catches | undefined, error: ApiError): boolean {
  if (!catches) return true;
  if (typeof catches !== "function")
    return catches.includes(error.code) || catches.includes(error.kind);
  try {
    return catches(error);
  } catch (predicateError) {
    console.error(toBareCause(predicateError));
    return false;
  }
}
