import type { ApiError } from "./api-error.ts";

/** Enough to tell messages apart. */
const maxMessageLength = 200;

/**
 * Equal for failures that are the same to a person: same code, kind, API and route; without a known route, the same
 * message. Request IDs always differ and do not count. The kind counts because a code that no catalog knows, such as
 * `UNKNOWN`, gets its words from the kind.
 */
export function fingerprintOf({ code, kind, api = "", route, message }: ApiError): string {
  return `${code} ${kind} ${api} ${route ?? message.slice(0, maxMessageLength)}`;
}
