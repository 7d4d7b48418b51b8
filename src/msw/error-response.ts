import { HttpResponse } from "msw";
import type { DocumentedCode, ErrorCode } from "../error/error-code.ts";
import { type DocumentedAnswer, documentedAnswers } from "./documented-answers.ts";
import { createRequestId } from "./request-id.ts";

export interface ErrorResponseOptions {
  /** Default: the documented code's status, or the given status. */
  status?: number | undefined;
  /** Default: the given documented code, or the usual code of the given status. */
  code?: ErrorCode | undefined;
  message?: string | undefined;
  /** In the body and as `x-request-id`. Default: a fresh one. `null` leaves both out. */
  requestId?: string | null | undefined;
  /** Sent in addition to the kit's own headers, which they override. */
  headers?: Readonly<Record<string, string>> | undefined;
  /** Sent as `Retry-After`. Default: no such header, whatever the status. */
  retryAfterSeconds?: number | undefined;
  /** Further members of the envelope's `error` object. The client reads them as `ApiError.details`. */
  details?: Readonly<Record<string, unknown>> | undefined;
}

/** The documented error envelope: three fields, and the members of `details`. */
export interface ErrorEnvelope {
  error: { code: string; message: string; requestId?: string; [detail: string]: unknown };
}

/**
 * Answers for bare statuses. Codes that the reference does not have are made up, as a server's undocumented codes may
 * be.
 */
const statusAnswers = new Map([
  [400, { code: "BAD_REQUEST", message: "The request is malformed." }],
  [401, { code: "UNAUTHORIZED", message: documentedAnswers.UNAUTHORIZED.message }],
  [403, { code: "FORBIDDEN", message: "The key lacks the required scope." }],
  [404, { code: "NOT_FOUND", message: "The resource does not exist." }],
  [408, { code: "REQUEST_TIMEOUT", message: "The request did not arrive in time." }],
  [409, { code: "CONFLICT", message: "The resource was changed or exists already." }],
  [422, { code: "UNPROCESSABLE", message: "The request did not pass validation." }],
  [429, { code: "RATE_LIMITED", message: "Too many requests." }],
  [502, { code: "BAD_GATEWAY", message: "The upstream service gave no usable answer." }],
  [503, { code: "SERVICE_UNAVAILABLE", message: "The service is overloaded." }],
  [504, { code: "GATEWAY_TIMEOUT", message: "The upstream service did not answer in time." }],
]);

const generic = { code: "GENERIC_ERROR", message: documentedAnswers.GENERIC_ERROR.message };

/**
 * Builds the API's answer for a documented code, or for a bare status: the error envelope, with a request ID in its
 * body and in its header. For your own MSW handlers.
 *
 * ```ts
 * routeHandler("GET /v1/sessions/{sessionId}", () => errorResponse("SESSION_EXPIRED"));
 * ```
 *
 * @throws TypeError for a code that is not documented (pass its status, and the code as an option), or a status that is
 * not an error's
 */
export function errorResponse(
  codeOrStatus: DocumentedCode | number,
  options: ErrorResponseOptions = {},
): HttpResponse<ErrorEnvelope> {
  const usual = usualAnswer(codeOrStatus);
  const status = options.status ?? usual.status;
  if (!Number.isInteger(status) || status < 400 || status > 599)
    throw new TypeError(
      `errorResponse needs a documented code or a status from 400 to 599: got ${status}`,
    );
  const requestId = options.requestId === undefined ? createRequestId() : options.requestId;
  const { retryAfterSeconds } = options;
  const error = {
    ...options.details,
    code: options.code ?? usual.code,
    message: options.message ?? usual.message,
    ...(requestId === null ? {} : { requestId }),
  };
  const headers = {
    ...(requestId === null ? {} : { "x-request-id": requestId }),
    ...(retryAfterSeconds === undefined ? {} : { "retry-after": String(retryAfterSeconds) }),
    ...options.headers,
  };
  return HttpResponse.json<ErrorEnvelope>({ error }, { status, headers });
}

function usualAnswer(codeOrStatus: DocumentedCode | number): DocumentedAnswer & { code: string } {
  if (typeof codeOrStatus === "number")
    return { status: codeOrStatus, ...(statusAnswers.get(codeOrStatus) ?? generic) };
  if (!Object.hasOwn(documentedAnswers, codeOrStatus))
    throw new TypeError(
      `errorResponse needs a documented code or a status from 400 to 599: got ${JSON.stringify(codeOrStatus)}; for a code of your own write errorResponse(409, { code: ${JSON.stringify(codeOrStatus)} })`,
    );
  return { code: codeOrStatus, ...documentedAnswers[codeOrStatus] };
}
