import { errorFromResponse, errorInSuccess } from "../envelope/error-from-response.ts";
import { forbidsRetry } from "../envelope/forbids-retry.ts";
import { readWholeText } from "../envelope/limited-text.ts";
import { retryAfterFrom } from "../envelope/parse-retry-after.ts";
import { requestIdFromHeaders } from "../envelope/request-id-headers.ts";
import { ApiError, amendApiError } from "../error/api-error.ts";
import { misuse, refusal } from "../error/misuse.ts";
import { isRetryableStatus, meaningOf } from "../retry/error-meaning.ts";
import { formatIssues } from "./format-issues.ts";
import { hintAtHiddenHeaders } from "./hidden-headers.ts";
import {
  type Answer,
  type Endpoint,
  endpointOf,
  type PreparedRequest,
} from "./prepared-request.ts";
import type { StandardSchema } from "./standard-schema.ts";

/** What one answer's head says, before its body has come. */
export interface AnswerHead {
  status?: number;
  requestId?: string | undefined;
  retryAfterMs?: number | undefined;
  /** The server says that trying again is useless or harmful. */
  isFinal?: true;
}

/**
 * Reads an answer's head, for the error if the body never comes. A success whose body breaks off gets no status: no
 * usable answer came, and the policy must judge it so. `Retry-After` counts only if the call may be retried: with a 404
 * it would name a time at which nothing changes.
 */
export function parseAnswerHead(
  { headers, ok, status }: Response,
  { reading, retryStatuses }: Pick<PreparedRequest, "reading" | "retryStatuses">,
): AnswerHead {
  const requestId = requestIdFromHeaders(headers, reading.requestIdHeaders);
  if (ok || status === 0) return { requestId };
  const isFinal = forbidsRetry(headers);
  const head = { status, requestId, ...(isFinal && { isFinal }) };
  if (!isRetryableStatus(status, retryStatuses)) return head;
  return { ...head, retryAfterMs: retryAfterFrom(headers) };
}

/** What is wrong with `fetch`'s answer if it cannot be read: mocks often give nothing, or one answer twice. */
export function misuseOf(response: Response | undefined): string | undefined {
  if (typeof response?.headers?.get !== "function" || typeof response.text !== "function")
    return misuse(
      "fetch",
      response,
      () => process.env.NODE_ENV !== "production" && "must resolve with a Response",
    ).message;
  return response.bodyUsed
    ? refusal(
        "fetch",
        () =>
          process.env.NODE_ENV !== "production" && [
            "must give a new Response for every call",
            "one whose body was read before",
          ],
      ).message
    : undefined;
}

/** The outcome of a step: a value, or an error that the kit made. */
export type Result<T> = { value: T } | { error: ApiError };

/**
 * Reads an answer: a success as JSON through the schema, anything else as an `ApiError`. A 204, a 205, the answer to a
 * HEAD and a blank body (white space or a byte order mark) give `null` or, if the schema refuses that, what it makes of
 * `undefined`. Plain text without a schema gives itself.
 * @throws what the body stream failed with, and TypeError for a `Response.error()`
 */
export async function readAnswer<Output>({
  response,
  head,
  request,
}: Answer<Output>): Promise<Result<Output>> {
  const { reading, schema, retryStatuses } = request;
  const { status, headers } = response;
  const known = { ...endpointOf(request), ...head };
  if (response.type === "error") throw new TypeError("network error");
  if (isRedirect(response)) {
    response.body?.cancel?.().catch(() => {});
    return { error: redirectError(known) };
  }
  if (!response.ok) return { error: await readFailure(response, head, request) };
  const invalid = (message: string, ...causes: unknown[]) => {
    const fields = { code: "INVALID_RESPONSE", kind: "invalidResponse", status, message } as const;
    const options = causes.length > 0 ? { cause: causes[0] } : {};
    return { error: new ApiError({ ...known, ...fields }, options) };
  };
  const { maxBytes } = request;
  const text = hasNoBody(response, request) ? "" : await readWholeText(response, maxBytes);
  if (text === undefined)
    return invalid(`The answer is longer than maxBytes, which is ${maxBytes}.`);
  const isBlank = text.trim() === "";
  const parsed = isBlank ? { value: null } : parseJson(text, invalid);
  const isPlain = "error" in parsed && !schema && isPlainText(headers, text);
  if ("error" in parsed && !isPlain) return parsed;
  const body = "value" in parsed ? parsed.value : undefined;
  const retryAfterMs = retryAfterFrom(headers);
  const answer = { status, headers, body, text };
  const error = errorInSuccess(answer, { ...known, retryAfterMs }, reading);
  if (error) return { error: withoutVainWait(error, retryStatuses) };
  // Without a schema, the caller names the type and nobody checks it: hence the cast.
  if (!schema) return { value: (isPlain ? text : body) as Output };
  const result = await validate(schema, body, invalid);
  if (!isBlank || "value" in result) return result;
  const ofNothing = await validate(schema, undefined, invalid);
  return "value" in ofNothing ? ofNothing : result;
}

/** Makes the error of an error answer from its body. */
export async function readFailure(
  response: Response,
  head: AnswerHead,
  request: PreparedRequest,
): Promise<ApiError> {
  const { reading, url, retryStatuses } = request;
  const known = { ...endpointOf(request), ...head };
  const error = withoutVainWait(await errorFromResponse(response, known, reading), retryStatuses);
  hintAtHiddenHeaders(error, response.headers, url);
  return error;
}

/** Drops a wait, even one from `readError`, if the error is not retried. */
function withoutVainWait(error: ApiError, retryStatuses: readonly number[]): ApiError {
  if (error.retryAfterMs === undefined || meaningOf(error, retryStatuses).isRetryable) return error;
  return amendApiError(error, { retryAfterMs: undefined });
}

/** Many servers answer "OK" to a write. A captive portal answers with HTML, whatever its content type says. */
function isPlainText(headers: Headers, text: string): boolean {
  const isLabelled = /^\s*text\/plain\s*(?:;|,|$)/i.test(headers.get("content-type") ?? "");
  return isLabelled && !/^\s*<(?:!doctype|!--|html|head|body|meta|script|title)/i.test(text);
}

/** Browsers hide a redirect that they do not follow; other runtimes show it. */
export function isRedirect({ type, status }: Response): boolean {
  return type === "opaqueredirect" || [301, 302, 303, 307, 308].includes(status);
}

function hasNoBody({ status }: Response, { method }: { method: string }): boolean {
  return status === 204 || status === 205 || method === "HEAD";
}

type Invalid = (message: string, ...causes: unknown[]) => { error: ApiError };

function parseJson(text: string, invalid: Invalid): Result<unknown> {
  try {
    return { value: JSON.parse(text) };
  } catch (cause) {
    return invalid("The answer is not JSON.", cause);
  }
}

async function validate<Output>(
  schema: StandardSchema<Output>,
  body: unknown,
  invalid: Invalid,
): Promise<Result<Output>> {
  try {
    const result = await schema["~standard"].validate(body);
    if (!result.issues) return { value: result.value };
    return invalid(`The answer is not what the schema says: ${formatIssues(result.issues)}`);
  } catch (cause) {
    return invalid("The schema threw while it read the answer.", cause);
  }
}

export function redirectError(known: Endpoint & AnswerHead): ApiError {
  return new ApiError({
    ...known,
    code: "INVALID_RESPONSE",
    kind: "invalidResponse",
    message:
      "The server answered with a redirect, which is not followed: it could carry credentials elsewhere.",
  });
}
