import type { DocumentedCode } from "../../src/error/error-code.ts";

/** The 11 codes of the API's error reference with a status each may come with. Written down here, not imported. */
export const referenceCodes: Readonly<Record<DocumentedCode, number | undefined>> = {
  SESSION_NOT_FOUND: 404,
  SESSION_EXPIRED: 404,
  SESSION_CREATION_ERROR: 503,
  INVALID_SESSION: 409,
  MESSAGES_HISTORY_ERROR: 500,
  MODELS_NOT_FOUND: 422,
  TOOLS_NOT_FOUND: 422,
  CONFIG_NOT_FOUND: 422,
  UNAUTHORIZED: 401,
  ABORT_ERROR: undefined,
  GENERIC_ERROR: 500,
};

/** Every status of the reference that stands for a failure. */
export const referenceStatuses = [400, 401, 403, 404, 409, 422, 429, 500, 502, 503, 504, 408];
