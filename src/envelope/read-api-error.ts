import type { ApiError } from "../error/api-error.ts";
import { knownErrorOf, noteKnownError } from "./known-errors.ts";
import { readLimitedText } from "./limited-text.ts";
import { toApiError } from "./to-api-error.ts";

/**
 * Makes an `ApiError` from an answer with an error status, and reads up to 64 KiB of its body. It reads a copy, so that
 * you can still read the body. If the body was read before, the error has only what status and headers say. Never
 * rejects.
 *
 * From then on, `toApiError` gives the same error for this answer, and for a library's error that contains it. For an
 * answer of `api.fetch`, the error is known without reading.
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

/** Empty if there is no body, or if it has been read. */
async function copiedText(response: Response): Promise<string> {
  try {
    return await readLimitedText(response.clone());
  } catch {
    return "";
  }
}
