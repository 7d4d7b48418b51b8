import type { ApiError } from "./api-error.ts";

/** Whether an error tells what a server answered, as its status or its id does. A success in an error's place tells nothing. */
export function isAnswered({ kind, status, requestId }: ApiError): boolean {
  return kind !== "invalidResponse" && (status ?? requestId) !== undefined;
}
