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
 * Reads errors of another shape. If it returns undefined, the answer is read by default: as `{ error: { … } }`, as RFC
 * 9457, or as a plain object. It is also called for successful answers with JSON or plain text, since GraphQL's errors
 * come with a 200. For these, undefined means that the answer is no error.
 */
export type ReadError = (answer: ErrorAnswer) => ErrorBody | undefined;

/** What an API knows about its answers, besides the envelope and RFC 9457. */
export interface Reading {
  readError?: ReadError | undefined;
  /** Headers to look for a request ID in if none of the usual headers has one. */
  requestIdHeaders?: readonly string[] | undefined;
  /** Statuses that are retried in addition to the reference's six. */
  retryStatuses?: readonly number[] | undefined;
}

/**
 * Makes an `ApiError` of an error answer with any body: the status decides the kind, the body only adds words. Never
 * rejects, even if `readError` throws.
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

/** The same for an answer that has been read already. Never throws. */
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

/** The error that `readError` finds in an answer with a success status; undefined if it finds none. Never throws. */
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
 * The error that a body reports without an error status: the status is 0 or a success. Undefined if the body reports no
 * error. Never throws.
 * @param otherwise the kind of an error whose code does not say it
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

/** Members in which a body without code and message says what is wrong with which field. */
const faultLists = ["error", "errors", "detail", "details", "fields", "issues", "violations"];

/** Whether the body reports an error: any value may have been thrown. */
function isError({ code, message, requestId, details = {} }: ErrorBody): boolean {
  const isNamed = code !== undefined || message !== undefined || requestId !== undefined;
  const isListed = Object.keys(details).some((name) => faultLists.includes(name));
  return isNamed || isListed || Object.values(details).some(areWords);
}

/** Django REST gives only a list of messages per field. */
function areWords(value: unknown): boolean {
  const isList = Array.isArray(value) && value.length > 0;
  return isList && value.every((word) => typeof word === "string");
}

/** Builds the error of an answer whose body was read. A request ID in the body wins over one in the headers. */
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

/** The wait that a rate limit's body names, in ms. Discord gives `retry_after`, in seconds. */
function toldWaitMs(details: Readonly<Record<string, unknown>> | undefined): number | undefined {
  const seconds = details?.["retry_after"];
  const isTime = typeof seconds === "number" && seconds >= 0 && Number.isFinite(seconds);
  return isTime ? Math.min(Math.ceil(seconds * 1_000), Number.MAX_SAFE_INTEGER) : undefined;
}

function fallbackCode(kind: ApiErrorFields["kind"]): ErrorCode {
  return kind === "invalidResponse" ? "INVALID_RESPONSE" : "UNKNOWN";
}

/** Calls the app's `readError`. If it throws, the answer is read as if there were no `readError`. */
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
