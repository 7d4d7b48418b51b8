import type { ApiError } from "../error/api-error.ts";

/** What makes two failures the same one to a person: code and route. Their request ids differ. */
export function fingerprintOf(error: ApiError): string {
  return `${error.code} ${error.route ?? ""}`;
}
