import { ApiError, type ApiErrorFields, type DocumentedCode, type ErrorKind } from "react-recourse";
import { documentedCodes, kindFromStatus } from "react-recourse/core";
import { documentedAnswers } from "react-recourse/msw";

const at = Date.UTC(2026, 2, 9, 14, 5, 12);

/** A failure with this code as the API would answer it, always the same so that a story looks the same twice. */
export function sampleError(code: DocumentedCode, changes: Partial<ApiErrorFields> = {}): ApiError {
  const { status, message } = documentedAnswers[code];
  return new ApiError({
    code,
    kind: kindFromStatus(status),
    message,
    status,
    requestId: `req_01J2K8Q4ZD7X3M5V9B6N0T${documentedCodes.indexOf(code).toString().padStart(4, "0")}`,
    route: "GET /v1/sessions/{sessionId}",
    method: "GET",
    path: "/v1/sessions/ses_7Yt2",
    attempts: 1,
    at,
    ...changes,
  });
}

const statusOf: Record<ErrorKind, number | undefined> = {
  badRequest: 400,
  unauthorized: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  unprocessable: 422,
  rateLimited: 429,
  clientError: 418,
  serverError: 500,
  unavailable: 503,
  timeout: undefined,
  network: undefined,
  aborted: undefined,
  invalidResponse: 200,
  unexpected: undefined,
};

/** A failure of this kind with a code that no catalog knows. */
export function sampleOfKind(kind: ErrorKind, changes: Partial<ApiErrorFields> = {}): ApiError {
  const status = statusOf[kind];
  return sampleError("GENERIC_ERROR", {
    code: "NOT_IN_ANY_CATALOG",
    kind,
    status,
    ...(status === undefined && { requestId: undefined }),
    ...changes,
  });
}
