import { ApiError, type ApiErrorFields } from "../error/api-error.ts";
import { toBareCause } from "../error/bare-cause.ts";
import type { ErrorCode } from "../error/error-code.ts";
import type { ErrorKind } from "../error/error-kind.ts";
import { isStatus, kindFromStatus } from "../error/kind-from-status.ts";
import { parseRequestId } from "../error/request-id.ts";
import { warnOnce } from "../error/warn-once.ts";
import { parseBareBody } from "./bare-body.ts";
import { type ErrorBody, parseErrorBody, parseErrorEnvelope } from "./error-envelope.ts";
import { parseGraphqlErrors } from "./graphql-errors.ts";
import { kindFromCode } from "./kind-from-code.ts";
import { readLimitedText } from "./limited-text.ts";
import { parseJson } from "./parsed-body.ts";
import { parseProblemDetails } from "./problem-details.ts";
import { requestIdFromHeaders } from "./request-id-headers.ts";

/** The answer that a `readError` gets. `body` is the parsed JSON, or undefined if there was none. */
export interface ErrorAnswer {
  /** 0 if a client threw only the body, as openapi-fetch and hey-api do. */
  status: number;
  headers: Headers;
  body: unknown;
  text: string;
}

/**
 * Reads errors of another shape. If it returns undefined, the answer is read by default: as `{ error: { … } }`, as RFC 9457,
 * or as a plain object. It is also called for successful answers with JSON or plain text, since GraphQL's errors come with a
 * 200. For these, undefined means that the answer is no error.
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
  const told = read(answer, known, reading) ?? parseBody(body);
  const kind = told.kind ?? kindFromStatus(status);
  return errorOf(answer, { ...told, kind }, known, reading);
}

/** The error that `readError` sees in an answer whose status is a success. Never throws, as `readError` may. */
export function errorInSuccess(
  answer: ErrorAnswer,
  known: Partial<ApiErrorFields>,
  reading: Reading,
): ApiError | undefined {
  const told = read(answer, known, reading);
  if (!told) return undefined;
  return errorOf(answer, { ...told, kind: told.kind ?? "clientError" }, known, reading);
}

/**
 * The error that a body tells of by itself, where no status does: that is 0, or a success's. Undefined where the body tells
 * of none. Never throws.
 * @param otherwise the kind of an error whose code tells none
 */
export function errorInBody(
  answer: ErrorAnswer,
  known: Partial<ApiErrorFields>,
  reading: Reading,
  otherwise: ErrorKind,
): ApiError | undefined {
  const given = read(answer, known, reading);
  const told = given ?? parseBody(answer.body);
  if (!given && !isError(told)) return undefined;
  const kind = told.kind ?? kindFromCode(told.code) ?? otherwise;
  return errorOf(answer, { ...told, kind }, known, reading);
}

function parseBody(body: unknown): ErrorBody {
  return (
    parseErrorEnvelope(body) ??
    parseGraphqlErrors(body) ??
    parseProblemDetails(body) ??
    parseBareBody(body) ??
    {}
  );
}

/** Where a body that has neither code nor words says what is wrong with which field. */
const faultLists = ["error", "errors", "detail", "details", "fields", "issues", "violations"];

/** Whether what was read of a body is an error: anything may have been thrown. */
function isError({ code, message, requestId, details = {} }: ErrorBody): boolean {
  const isNamed = code !== undefined || message !== undefined || requestId !== undefined;
  const isListed = Object.keys(details).some((name) => faultLists.includes(name));
  return isNamed || isListed || Object.values(details).some(areWords);
}

/** Django REST writes nothing but words by field. */
function areWords(value: unknown): boolean {
  const isList = Array.isArray(value) && value.length > 0;
  return isList && value.every((word) => typeof word === "string");
}

/** The error of an answer whose body was read. The body's own request id comes before the headers'. */
function errorOf(
  { status, headers }: ErrorAnswer,
  told: ErrorBody & Pick<ApiErrorFields, "kind">,
  known: Partial<ApiErrorFields>,
  { requestIdHeaders }: Reading,
): ApiError {
  const { kind, requestId, details } = told;
  const isTold = status === 0 || (status >= 200 && status < 300);
  const words = isTold
    ? "The answer's body tells of an error."
    : `The server answered with status ${status}.`;
  return new ApiError({
    ...known,
    kind,
    status: isStatus(status) ? status : undefined,
    code: told.code ?? fallbackCode(kind),
    message: told.message ?? words,
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
      () =>
        process.env.NODE_ENV !== "production" && [
          `readError of ${api}`,
          `readError${api === undefined ? "" : ` of ${JSON.stringify(api)}`} threw at a ${answer.status}, which is read without it:`,
          toBareCause(thrown),
        ],
    );
    return undefined;
  }
}
