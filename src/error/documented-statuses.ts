import type { DocumentedCode } from "./error-code.ts";

/**
 * The status of each documented code. The reference lists codes and statuses separately: we matched them by "meaning"
 * and "typical cause".
 */
export const documentedStatuses = {
  SESSION_NOT_FOUND: 404,
  SESSION_EXPIRED: 404,
  SESSION_CREATION_ERROR: 503,
  INVALID_SESSION: 409,
  MESSAGES_HISTORY_ERROR: 500,
  MODELS_NOT_FOUND: 422,
  TOOLS_NOT_FOUND: 422,
  CONFIG_NOT_FOUND: 422,
  UNAUTHORIZED: 401,
  // nginx's "client closed request": no registered status says that the client closed the connection.
  ABORT_ERROR: 499,
  GENERIC_ERROR: 500,
} as const satisfies Record<DocumentedCode, number>;
