import {
  errorFromResponse,
  type ReadError,
  requestIdFromHeaders,
} from "../envelope/error-from-response.ts";
import { ApiError, type ApiErrorFields } from "../error/api-error.ts";
import { parseRetryAfter } from "../retry/parse-retry-after.ts";
import { formatIssues, type StandardSchema } from "./standard-schema.ts";

/**
 * Reads an answer: a success as JSON through the schema, anything else as an `ApiError`. 204, 205, HEAD and an empty
 * body give `null`, because TanStack Query refuses `undefined`.
 * @throws ApiError, or what the body stream broke with
 */
export async function readAnswer<Output>(
  response: Response,
  known: Partial<ApiErrorFields>,
  options: { schema?: StandardSchema<Output> | undefined; readError?: ReadError | undefined },
): Promise<Output> {
  if (response.type === "opaqueredirect") throw redirectError(known);
  if (!response.ok) {
    const retryAfterMs = parseRetryAfter(response.headers.get("retry-after"), Date.now());
    throw await errorFromResponse(response, { ...known, retryAfterMs }, options.readError);
  }
  const text = hasNoBody(response, known) ? "" : await response.text();
  const invalid = (message: string, cause?: unknown) =>
    new ApiError(
      {
        ...known,
        code: "INVALID_RESPONSE",
        kind: "invalidResponse",
        status: response.status,
        requestId: requestIdFromHeaders(response.headers),
        message,
      },
      cause === undefined ? {} : { cause },
    );
  const body = text === "" ? null : parseJson(text, invalid);
  // Without a schema the caller names the type and nobody checks it: the one cast this needs.
  return options.schema ? validate(options.schema, body, invalid) : (body as Output);
}

function hasNoBody(response: Response, known: Partial<ApiErrorFields>): boolean {
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
  const result = await runSchema(schema, body, invalid);
  if (result.issues)
    throw invalid(`The answer is not what the schema says: ${formatIssues(result.issues)}`);
  return result.value;
}

async function runSchema<Output>(schema: StandardSchema<Output>, body: unknown, invalid: Invalid) {
  try {
    return await schema["~standard"].validate(body);
  } catch (cause) {
    throw invalid("The schema threw while it read the answer.", cause);
  }
}

function redirectError(known: Partial<ApiErrorFields>): ApiError {
  return new ApiError({
    ...known,
    code: "INVALID_RESPONSE",
    kind: "invalidResponse",
    message:
      "The server answered with a redirect, which is not followed: it could carry credentials elsewhere.",
  });
}
