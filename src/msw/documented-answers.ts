import type { DocumentedCode } from "../error/error-code.ts";

/** What a server says along with a code. */
export interface DocumentedAnswer {
  status: number;
  message: string;
}

/**
 * For each documented code the status and the words of a real server, complete by type. The reference names codes and
 * statuses apart: which goes with which is read from its "meaning" and "typical cause".
 *
 * ```ts
 * const { status } = documentedAnswers.SESSION_EXPIRED; // 404
 * ```
 */
export const documentedAnswers = {
  SESSION_NOT_FOUND: {
    status: 404,
    message: "The session you requested does not exist or has expired.",
  },
  SESSION_EXPIRED: {
    status: 404,
    message: "The session is past its inactivity window.",
  },
  SESSION_CREATION_ERROR: {
    status: 503,
    message: "Could not allocate a session: the model is unavailable at the moment.",
  },
  INVALID_SESSION: {
    status: 409,
    message: "The session is not valid for this operation: its state is not OPEN.",
  },
  MESSAGES_HISTORY_ERROR: {
    status: 500,
    message: "Could not fetch the message history.",
  },
  MODELS_NOT_FOUND: {
    status: 422,
    message: "The requested model is not enabled for your organisation.",
  },
  TOOLS_NOT_FOUND: {
    status: 422,
    message: "One of the tool ids on the agent does not exist.",
  },
  CONFIG_NOT_FOUND: {
    status: 422,
    message: "The agent's config is missing required fields.",
  },
  UNAUTHORIZED: {
    status: 401,
    message: "Missing or invalid auth header.",
  },
  // nginx's "client closed request": no registered status says that the client went away.
  ABORT_ERROR: {
    status: 499,
    message: "The request was aborted because the client disconnected.",
  },
  GENERIC_ERROR: {
    status: 500,
    message: "An unexpected error occurred.",
  },
} as const satisfies Record<DocumentedCode, DocumentedAnswer>;
