import { ApiError, type ApiErrorFields } from "../error/api-error.ts";
import { toBareCause } from "../error/bare-cause.ts";
import type { ErrorCode } from "../error/error-code.ts";
import { kindFromStatus } from "../error/kind-from-status.ts";
import { parseRequestId } from "../error/request-id.ts";
import { warnOnce } from "../error/warn-once.ts";
import { parseBareBody } from "./bare-body.ts";
import { type ErrorBody, parseErrorBody, parseErrorEnvelope } from "./error-envelope.ts";
import { readLimitedText } from "./limited-text.ts";
import { parseProblemDetails } from "./problem-details.ts";
import { requestIdFromHeaders } from "./request-id-headers.ts";

/** What a `readError` sees of an answer. `body` is the parsed JSON, or undefined where there was none. */
export interface ErrorAnswer {
  status: number;
  headers: Headers;
  body: unknown;
  text: string;
}

/**
 * Reads another API's error shape; undefined leaves it to the envelope, RFC 9457 and what a bare body says of itself.
 * Also sees successes with JSON or plain text, as GraphQL's errors come with a 200: undefined means that it is one.
 */
export type ReadError = (answer: ErrorAnswer) => ErrorBody | undefined;

/** What an API knows of its own answers, beside the envelope and RFC 9457. */
export interface Reading {
  readError?: ReadError | undefined;
  /** Asked for an id where none of the usual headers has one. */
  requestIdHeaders?: readonly string[] | undefined;
}

/**
 * Turns an error answer into an `ApiError`, whatever its body: the status decides the kind, the body only adds
 * words. Never rejects, a throwing `readError` included.
 */
export async function errorFromResponse(
  response: Response,
  known: Partial<ApiErrorFields> = {},
  reading: Reading = {},
): Promise<ApiError> {
  const text = await readLimitedText(response);
  const { status, headers } = response;
  return errorFromAnswer({ status, headers, body: parseJson(text), text }, known, reading);
}

/** The same of an answer that somebody has read already. Never throws. */
export function errorFromAnswer(
  answer: ErrorAnswer,
  known: Partial<ApiErrorFields> = {},
  reading: Reading = {},
): ApiError {
  const { status, body } = answer;
  const told =
    read(answer, known, reading) ??
    parseErrorEnvelope(body) ??
    parseProblemDetails(body) ??
    parseBareBody(body) ??
    {};
  const kind = told.kind ?? kindFromStatus(status);
  const message = told.message ?? `The server answered with status ${status}.`;
  const code = told.code ?? fallbackCode(kind);
  return errorOf(answer, { ...told, kind, code, message }, known, reading);
}

/** The error that `readError` sees in an answer whose status is a success. Never throws, as `readError` may. */
export function errorInSuccess(
  answer: ErrorAnswer,
  known: Partial<ApiErrorFields>,
  reading: Reading,
): ApiError | undefined {
  const told = read(answer, known, reading);
  if (!told) return undefined;
  const { kind = "clientError", code = "UNKNOWN" } = told;
  const message = told.message ?? "The answer's body tells of an error.";
  return errorOf(answer, { ...told, kind, code, message }, known, reading);
}

/** The error of an answer whose body was read. The body's own request id comes before the headers'. */
function errorOf(
  { status, headers }: ErrorAnswer,
  told: ErrorBody & Pick<ApiErrorFields, "kind" | "code" | "message">,
  known: Partial<ApiErrorFields>,
  { requestIdHeaders }: Reading,
): ApiError {
  const { kind, code, message, requestId, details } = told;
  return new ApiError({
    ...known,
    kind,
    status,
    code,
    message,
    requestId: parseRequestId(requestId) ?? requestIdFromHeaders(headers, requestIdHeaders),
    details,
    retryAfterMs:
      told.retryAfterMs ?? known.retryAfterMs ?? (status === 429 ? toldWaitMs(details) : undefined),
  });
}

/** Of a rate limit that names its time in the body, as Discord's does: `retry_after`, in seconds. */
function toldWaitMs(details: Readonly<Record<string, unknown>> | undefined): number | undefined {
  const seconds = details?.["retry_after"];
  const isTime = typeof seconds === "number" && seconds >= 0 && Number.isFinite(seconds);
  return isTime ? Math.min(Math.ceil(seconds * 1_000), Number.MAX_SAFE_INTEGER) : undefined;
}

function fallbackCode(kind: ApiErrorFields["kind"]): ErrorCode {
  return kind === "invalidResponse" ? "INVALID_RESPONSE" : "UNKNOWN";
}

/** Where the app's `readError` makes a mistake, the answer is read as if it had told nothing. */
function read(
  answer: ErrorAnswer,
  { api }: Partial<ApiErrorFields>,
  { readError }: Reading,
): ErrorBody | undefined {
  try {
    return parseErrorBody(readError?.(answer));
  } catch (thrown) {
    warnOnce(
      `readError of ${api}`,
      `readError of ${JSON.stringify(api)} threw at a ${answer.status}, which is read without it:`,
      toBareCause(thrown),
    );
    return undefined;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
