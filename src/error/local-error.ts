import { ApiError, type ApiErrorFields, reviveApiError } from "./api-error.ts";
import { hideSecrets } from "./hide-secrets.ts";
import { isErrorObject } from "./is-error-object.ts";
import { noAnswer } from "./no-answer.ts";
import { readProperty } from "./read-property.ts";

/**
 * Makes an `ApiError` of what the page itself threw, without an answer to read. Never throws.
 *
 * - An `ApiError` is returned as it is; a clone, a JSON copy or an error of another copy of the kit is rebuilt.
 * - An `AbortError` and TanStack Query's `CancelledError` become `ABORT_ERROR`, a `TimeoutError`
 *   (`AbortSignal.timeout`) becomes `TIMEOUT`. Plain data that looks like an abort is none: nobody would see the error
 *   of the server that sent it.
 * - A part of the page that could not be imported becomes `OUTDATED_PAGE`: most often a release has replaced it.
 * - Everything else, `null` and `undefined` included, becomes `UNEXPECTED_ERROR` with the value as its `cause`.
 */
export function toLocalError(thrown: unknown): ApiError {
  const revived = reviveApiError(thrown);
  if (revived) return revived;
  const message = typeof thrown === "string" ? wordsIn(thrown) : readText(thrown, "message");
  const fields = whatFailed(thrown, message);
  return new ApiError({ ...fields, message: message || fields.message }, { cause: thrown });
}

function whatFailed(
  thrown: unknown,
  message = "",
): Pick<ApiErrorFields, "code" | "kind" | "message"> {
  const name = readText(thrown, "name");
  // CancelledError has no name of its own: it is an Error with this message, and with `revert` and `silent`.
  const isCancelled = message === "CancelledError";
  if ((name === "AbortError" || isCancelled) && isErrorObject(thrown)) return noAnswer.aborted;
  if (name === "TimeoutError") return noAnswer.timeout;
  return {
    code: isFailedImport(name, message) ? "OUTDATED_PAGE" : "UNEXPECTED_ERROR",
    kind: "unexpected",
    message: "Something other than an API error was thrown.",
  };
}

/** How engines and bundlers begin the message of a failed `import()`. */
const failedImports = [
  "Failed to fetch dynamically imported module", // Chromium
  "error loading dynamically imported module", // Firefox
  "Importing a module script failed", // Safari
  "Unable to preload CSS for ", // Vite
];

function isFailedImport(name: string | undefined, message: string): boolean {
  // webpack and Rspack set this name.
  return name === "ChunkLoadError" || failedImports.some((begin) => message.startsWith(begin));
}

/** Undefined for an HTML page, such as a proxy's that openapi-fetch throws as text: it has no words for a log. */
function wordsIn(text: string): string | undefined {
  return /^\s*<[!a-z]/i.test(text) ? undefined : hideSecrets(text.slice(0, maxLength));
}

/** The limit for an error's body. */
const maxLength = 64 * 1024;

function readText(thrown: unknown, key: "name" | "message"): string | undefined {
  const value = readProperty(thrown, key);
  return typeof value === "string" ? hideSecrets(value.slice(0, maxLength)) : undefined;
}
