import type { ApiError } from "./api-error.ts";

/** Enough to tell one message from another. */
const maxMessageLength = 200;

/**
 * What makes two failures the same one to a person: code, route and API; where no route is known, the message in its place.
 * Their request ids differ. The kind belongs to it because a code that no catalog knows, such as `UNKNOWN`, gets its words
 * from there.
 */
export function fingerprintOf({ code, kind, api = "", route, message }: ApiError): string {
  return `${code} ${kind} ${api} ${route ?? message.slice(0, maxMessageLength)}`;
}
