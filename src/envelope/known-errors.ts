import type { ApiError } from "../error/api-error.ts";

/**
 * By what stands for it: an answer that `api.fetch` gave, whose error was read when it came. A library that got it makes
 * an error of its own, which holds the answer or the request, and nothing else of what the API knew. Nothing is kept for
 * longer than that.
 */
const knownErrors = new WeakMap<object, ApiError>();

export function noteKnownError(carrier: object, error: ApiError): void {
  knownErrors.set(carrier, error);
}

/** It is used again, for something else. */
export function forgetKnownError(carrier: object): void {
  knownErrors.delete(carrier);
}

/** The error that this stands for; undefined where it stands for none. */
export function knownErrorOf(carrier: unknown): ApiError | undefined {
  return typeof carrier === "object" && carrier !== null ? knownErrors.get(carrier) : undefined;
}
