import {
  errorFromResponse,
  errorInSuccess,
  type ReadError,
  requestIdFromHeaders,
} from "../envelope/error-from-response.ts";
import { ApiError, type ApiErrorFields } from "../error/api-error.ts";
import { parseRetryAfter } from "../retry/parse-retry-after.ts";
import { hintAtHiddenHeaders } from "./hidden-headers.ts";
import { formatIssues, type StandardSchema } from "./standard-schema.ts";

type Known = Partial<ApiErrorFields>;

/**
 * What an answer tells before its body has come, for the error of a body that never does. A success whose body breaks
 * has no status there: nothing usable was answered, and the policy must judge it as such.
 * @throws ApiError when `fetch` gave something that cannot be read, as a mock may
 */
export function parseAnswerHead(response: Response, known: Known): Known {
  const misuse = misuseOf(response);
  if (misuse)
    throw new ApiError({ ...known, code: "UNEXPECTED_ERROR", kind: "unexpected", message: misuse });
  const { headers } = response;
  const head = { requestId: requestIdFromHeaders(headers) };
  if (response.ok || response.status === 0) return head;
  const retryAfterMs = parseRetryAfter(headers.get("retry-after"), Date.now());
  return { ...head, retryAfterMs, status: response.status };
}

/**
 * Reads an answer: a success as JSON through the schema, anything else as an `ApiError`. 204, 205, HEAD and an empty
 * body give `null`, because TanStack Query refuses `undefined`.
 * @param known what {@link parseAnswerHead} gave, and the call's own
 * @throws ApiError, or what the body stream broke with
 */
export async function readAnswer<Output>(
  response: Response,
  known: Known,
  options: {
    url: URL;
    schema?: StandardSchema<Output> | undefined;
    readError?: ReadError | undefined;
  },
): Promise<Output> {
  if (response.type === "error") throw new TypeError("network error");
  if (isRedirect(response)) {
    response.body?.cancel?.().catch(() => {});
    throw redirectError(known);
  }
  if (!response.ok) {
    const error = await errorFromResponse(response, known, options.readError);
    hintAtHiddenHeaders(error, response.headers, options.url);
    throw error;
  }
  const text = hasNoBody(response, known) ? "" : await response.text();
  const invalid = (message: string, cause?: unknown) =>
    new ApiError(
      {
        ...known,
        code: "INVALID_RESPONSE",
        kind: "invalidResponse",
        status: response.status,
        message,
      },
      cause === undefined ? {} : { cause },
    );
  const body = text === "" ? null : parseJson(text, invalid);
  const { status, headers } = response;
  const { readError } = options;
  const error = readError && errorInSuccess({ status, headers, body, text }, known, readError);
  if (error) throw error;
  // Without a schema the caller names the type and nobody checks it: the one cast this needs.
  return options.schema ? validate(options.schema, body, invalid) : (body as Output);
}

/** Mocks often give nothing, or one answer twice. */
function misuseOf(response: Response | undefined): string | undefined {
  if (typeof response?.headers?.get !== "function")
    return `fetch must resolve with a Response: got ${response === null ? "null" : typeof response}`;
  return response.bodyUsed
    ? "fetch must give a new Response for every call: got one whose body was read before"
    : undefined;
}

/** Browsers hide a redirect that they do not follow; other runtimes show it. */
function isRedirect({ type, status }: Response): boolean {
  return type === "opaqueredirect" || [301, 302, 303, 307, 308].includes(status);
}

function hasNoBody(response: Response, known: Known): boolean {
  return response.status === 204 || response.status === 205 || known.method === "HEAD";
}

type Invalid = (message: string, cause?: unknown) => ApiError;

function parseJson(text: string, invalid: Invalid): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw invalid("The answer is not JSON.", cause);
  }
}

async function validate<Output>(
  schema: StandardSchema<Output>,
  body: unknown,
  invalid: Invalid,
): Promise<Output> {
  const read = await runSchema(schema, body, invalid);
  if ("issues" in read) throw invalid(`The answer is not what the schema says: ${read.issues}`);
  return read.value;
}

async function runSchema<Output>(
  schema: StandardSchema<Output>,
  body: unknown,
  invalid: Invalid,
): Promise<{ value: Output } | { issues: string }> {
  try {
    const result = await schema["~standard"].validate(body);
    return result.issues ? { issues: formatIssues(result.issues) } : { value: result.value };
  } catch (cause) {
    throw invalid("The schema threw while it read the answer.", cause);
  }
}

function redirectError(known: Known): ApiError {
  return new ApiError({
    ...known,
    code: "INVALID_RESPONSE",
    kind: "invalidResponse",
    message:
      "The server answered with a redirect, which is not followed: it could carry credentials elsewhere.",
  });
}
