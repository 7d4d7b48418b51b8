import { HttpResponse } from "msw";
import type { DocumentedCode, ErrorCode } from "../error/error-code.ts";
import { type DocumentedAnswer, documentedAnswers } from "./documented-answers.ts";
import { createRequestId } from "./request-id.ts";

export interface ErrorResponseOptions {
  /** Default: the status of the code, or the status that you gave. */
  status?: number | undefined;
  /** Default: the code that you gave, or the usual one for the status. */
  code?: ErrorCode | undefined;
  message?: string | undefined;
  /** Sent in the body and as `x-request-id`. Default: a new id. `null` leaves both out. */
  requestId?: string | null | undefined;
  /** Sent in addition to the default headers, or instead of those with the same names. */
  headers?: Readonly<Record<string, string>> | undefined;
  /** Sent as `Retry-After`. Default: no such header, whatever the status. */
  retryAfterSeconds?: number | undefined;
  /** More fields of the body's `error` object. The app finds them in `ApiError.details`. */
  details?: Readonly<Record<string, unknown>> | undefined;
}

/** The API's error body: three fields, and those of `details`. */
export interface ErrorEnvelope {
  error: { code: string; message: string; requestId?: string; [detail: string]: unknown };
}

/** Codes for the statuses to which the reference gives none: made up, as a server's undocumented codes are to a client. */
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
 * Makes the API's answer for a documented code, or for a status: the error body, with a request id in it and in a header.
 * Use it in MSW handlers of your own.
 *
 * ```ts
 * routeHandler("GET /v1/sessions/{sessionId}", () => errorResponse("SESSION_EXPIRED"));
 * ```
 *
 * @throws TypeError for a code that is not documented (give its status, and the code as an option), and for a status that
 * is no error
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
