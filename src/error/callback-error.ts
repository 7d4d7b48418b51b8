import { ApiError, type ApiErrorFields, reviveApiError } from "./api-error.ts";
import { toLocalError } from "./local-error.ts";

/**
 * Makes an `ApiError` of what an app's own callback threw. An `ApiError` stays as it is.
 * @param afterSuccess whether the call had already succeeded when its callback threw
 */
export function toCallbackError(
  thrown: unknown,
  known: Pick<ApiErrorFields, "api" | "route">,
  afterSuccess: boolean,
): ApiError {
  const error = toLocalError(thrown);
  const isAborted = error.kind === "aborted";
  if (!isAborted && reviveApiError(thrown)) return error;
  const { code, kind } = isAborted ? unexpected : error;
  const { message } = error;
  const details = afterSuccess ? { afterSuccess } : undefined;
  return new ApiError({ ...known, code, kind, message, attempts: 0, details }, { cause: thrown });
}

const unexpected = { code: "UNEXPECTED_ERROR", kind: "unexpected" } as const;

/** Whether the error is of a callback that threw after its call had succeeded. */
export function failedAfterSuccess({ kind, status, details }: ApiError): boolean {
  return kind === "unexpected" && status === undefined && details?.["afterSuccess"] === true;
}
