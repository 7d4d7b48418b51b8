import type { ErrorKind } from "./error-kind.ts";

/**
 * The kind of an HTTP status (RFC 9110, 15, and statuses in common use). A status that is no error, such as a redirect,
 * gives `invalidResponse`.
 */
export function kindFromStatus(status: number): ErrorKind {
  switch (status) {
    case 400: // Bad Request
      return "badRequest";
    case 401: // Unauthorized
    case 419: // Laravel's "Page Expired"
    case 440: // IIS's "Login Time-out"
    case 498: // Esri's "Invalid Token"
      return "unauthorized";
    case 403: // Forbidden
      return "forbidden";
    case 404: // Not Found
    case 410: // Gone
      return "notFound";
    case 408: // Request Timeout
      return "timeout";
    case 409: // Conflict
    case 412: // Precondition Failed
    case 423: // Locked (RFC 4918, 11.3)
      return "conflict";
    case 422: // Unprocessable Content
      return "unprocessable";
    case 429: // Too Many Requests
      return "rateLimited";
    case 502: // Bad Gateway
    case 503: // Service Unavailable
    case 504: // Gateway Timeout
      return "unavailable";
    default:
      if (status >= 500) return "serverError";
      return status >= 400 ? "clientError" : "invalidResponse";
  }
}

/** Three digits (RFC 9110, 15). */
export function isStatus(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 100 && Number(value) <= 999;
}
