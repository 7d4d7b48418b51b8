import { documentedStatuses } from "../error/documented-statuses.ts";
import type { DocumentedCode } from "../error/error-code.ts";

/** The status and message that a server sends with a code. */
export interface DocumentedAnswer {
  status: number;
  message: string;
}

/**
 * The status and message of a real server for each documented code; the type ensures that none is missing.
 *
 * ```ts
 * const { status } = documentedAnswers.SESSION_EXPIRED; // 404
 * ```
 */
export const documentedAnswers = {
  SESSION_NOT_FOUND: {
    status: documentedStatuses.SESSION_NOT_FOUND,
    message: "The session you requested does not exist or has expired.",
  },
  SESSION_EXPIRED: {
    status: documentedStatuses.SESSION_EXPIRED,
    message: "The session is past its inactivity window.",
  },
  SESSION_CREATION_ERROR: {
    status: documentedStatuses.SESSION_CREATION_ERROR,
    message: "Could not allocate a session: the model is unavailable at the moment.",
  },
  INVALID_SESSION: {
    status: documentedStatuses.INVALID_SESSION,
    message: "The session is not valid for this operation: its state is not OPEN.",
  },
  MESSAGES_HISTORY_ERROR: {
    status: documentedStatuses.MESSAGES_HISTORY_ERROR,
    message: "Could not fetch the message history.",
  },
  MODELS_NOT_FOUND: {
    status: documentedStatuses.MODELS_NOT_FOUND,
    message: "The requested model is not enabled for your organisation.",
  },
  TOOLS_NOT_FOUND: {
    status: documentedStatuses.TOOLS_NOT_FOUND,
    message: "One of the tool ids on the agent does not exist.",
  },
  CONFIG_NOT_FOUND: {
    status: documentedStatuses.CONFIG_NOT_FOUND,
    message: "The agent's config is missing required fields.",
  },
  UNAUTHORIZED: {
    status: documentedStatuses.UNAUTHORIZED,
    message: "Missing or invalid auth header.",
  },
  ABORT_ERROR: {
    status: documentedStatuses.ABORT_ERROR,
    message: "The request was aborted because the client disconnected.",
  },
  GENERIC_ERROR: {
    status: documentedStatuses.GENERIC_ERROR,
    message: "An unexpected error occurred.",
  },
} as const satisfies Record<DocumentedCode, DocumentedAnswer>;
