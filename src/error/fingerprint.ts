import type { ApiError } from "./api-error.ts";

/**
 * What makes two failures the same one to a person: code, route and API. Their request ids differ. The kind belongs to it
 * because a code that no catalog knows, such as `UNKNOWN`, gets its words from there.
 */
export function fingerprintOf(error: ApiError): string {
  return `${error.code} ${error.kind} ${error.api ?? ""} ${error.route ?? ""}`;
}
