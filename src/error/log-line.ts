import type { ApiError } from "./api-error.ts";
import { stripInvisible } from "./strip-invisible.ts";

/** One line for a log: code, status, request id, route and attempts. No body, header, path or query string. */
export function formatLogLine(error: ApiError): string {
  const parts = [
    error.route,
    quoteIfUnsafe(error.code),
    error.status === undefined ? undefined : `status=${error.status}`,
    error.requestId === undefined ? undefined : `requestId=${quoteIfUnsafe(error.requestId)}`,
    `attempts=${error.attempts}`,
    error.retryStopped === undefined ? undefined : `retryStopped=${error.retryStopped}`,
  ];
  return `[react-recourse] ${parts.filter((part) => part !== undefined).join(" ")}`;
}

/** Quotes a value as JSON if it could be read as several fields or end the line. */
function quoteIfUnsafe(value: string): string {
  return /[\s"=\p{C}]/u.test(value) ? stripInvisible(JSON.stringify(value)) : value;
}
