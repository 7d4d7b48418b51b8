import type { ApiError } from "../error/api-error.ts";
import { knownErrorOf, noteKnownError } from "./known-errors.ts";
import { readLimitedText } from "./limited-text.ts";
import { toApiError } from "./to-api-error.ts";

/**
 * Reads an answer that is an error with its body, up to 64 KiB, as {@link toApiError} reads what libraries throw. The body
 * can still be read by the caller: a copy is read. Where it has been read before, the head alone tells. Never rejects.
 *
 * From then on `toApiError` gives the same error for this answer, and for the error of a library that holds it. Of an answer
 * that `api.fetch` gave, the error is known without reading.
 *
 * ```ts
 * const response = await fetch("/v1/sessions/ses_1");
 * if (!response.ok) throw await readApiError(response);
 * ```
 */
export async function readApiError(response: Response): Promise<ApiError> {
  const text = knownErrorOf(response) ? "" : await copiedText(response);
  const known = knownErrorOf(response);
  if (known) return known;
  if (text === "") return toApiError(response);
  const { status, headers, url } = response;
  const error = toApiError({ status, headers, url, bodyText: text });
  error.cause = response;
  noteKnownError(response, error);
  return error;
}

/** Empty where there is none, or where somebody has read it. */
async function copiedText(response: Response): Promise<string> {
  try {
    return await readLimitedText(response.clone());
  } catch {
    return "";
  }
}
