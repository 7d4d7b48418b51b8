import type { ApiError } from "./api-error.ts";

/** One line for a log: code, status, request id, route and attempts. No body, header or query string. */
export function formatLogLine(error: ApiError): string {
  const parts = [
    error.route ?? error.path,
    error.code,
    error.status === undefined ? undefined : `status=${error.status}`,
    error.requestId === undefined ? undefined : `requestId=${error.requestId}`,
    `attempts=${error.attempts}`,
    error.retryStopped === undefined ? undefined : `retryStopped=${error.retryStopped}`,
  ];
  return `[react-recourse] ${parts.filter((part) => part !== undefined).join(" ")}`;
}
