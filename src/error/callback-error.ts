import { ApiError, type ApiErrorFields, reviveApiError } from "./api-error.ts";
import { toLocalError } from "./local-error.ts";

/**
 * What an app's own callback threw, as an `ApiError`: an API's error stays what it is.
 * @param afterSuccess whether the call that the callback belongs to had succeeded by then
 */
export function toCallbackError(
  thrown: unknown,
  known: Pick<ApiErrorFields, "api" | "route">,
  afterSuccess: boolean,
): ApiError {
  if (reviveApiError(thrown)) return toLocalError(thrown);
  const { code, kind, message } = toLocalError(thrown);
  const details = afterSuccess ? { afterSuccess } : undefined;
  return new ApiError({ ...known, code, kind, message, attempts: 0, details }, { cause: thrown });
}

/** Whether this is of a callback that threw after its call had succeeded. */
export function failedAfterSuccess({ kind, status, details }: ApiError): boolean {
  return kind === "unexpected" && status === undefined && details?.["afterSuccess"] === true;
}
