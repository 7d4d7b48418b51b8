import type { ApiError } from "../error/api-error.ts";
import type { ErrorCode } from "../error/error-code.ts";
import type { ErrorKind } from "../error/error-kind.ts";
import { isOnline } from "../guidance/is-online.ts";

/**
 * Codes that decide whatever their status. `HELD_BACK` was never sent, and the call that it waits for is reported
 * itself.
 */
const byCode = new Map<ErrorCode, boolean>([
  ["SESSION_NOT_FOUND", false],
  ["SESSION_EXPIRED", false],
  ["SESSION_CREATION_ERROR", true],
  ["INVALID_SESSION", false],
  ["MESSAGES_HISTORY_ERROR", true],
  ["MODELS_NOT_FOUND", false],
  ["TOOLS_NOT_FOUND", false],
  ["CONFIG_NOT_FOUND", false],
  ["UNAUTHORIZED", false],
  ["HELD_BACK", false],
  ["OUTDATED_PAGE", false],
]);

const byKind: Readonly<Record<ErrorKind, boolean>> = {
  badRequest: false,
  unauthorized: false,
  forbidden: false,
  notFound: false,
  conflict: false,
  unprocessable: false,
  rateLimited: true,
  clientError: true,
  serverError: true,
  unavailable: true,
  timeout: true,
  network: true,
  aborted: false,
  invalidResponse: true,
  unexpected: true,
};

/**
 * Whether only developers or support can mend a failure, judged by the English catalog's advice: to try again, or to
 * contact support. False if the person or their administrator can help: by signing in, by other input, by another
 * session or model, by reloading an outdated page, by going online.
 */
export function isForDevelopers(error: ApiError): boolean {
  const { code, kind, status } = error;
  // What the page itself aborted is never reported, whatever its code.
  if (kind === "aborted") return false;
  if (kind === "network" && !isOnline()) return false;
  // Content Too Large (RFC 9110, 15.5.14)
  if (kind === "clientError" && status === 413) return false;
  return byCode.get(code) ?? byKind[kind] ?? true;
}
