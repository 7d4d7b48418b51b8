import type { ApiError } from "./api-error.ts";

/** Whether an error reports a server's error answer, by status or request ID. A success that cannot be read is none. */
export function isAnswered({ kind, status, requestId }: ApiError): boolean {
  const isRead = kind !== "invalidResponse" && kind !== "aborted";
  return isRead && (status ?? requestId) !== undefined;
}
