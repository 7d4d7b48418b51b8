import { type ApiError, amendApiError, type CallOutcome } from "../error/api-error.ts";
import { isObject } from "../error/is-object.ts";

/**
 * Errors that are known already, by the answer or request that stands for them. `api.fetch` reads an answer's error
 * when it comes. A library that gets the answer makes an error of its own, which holds the answer or the request, but
 * nothing else that the API knew. An entry lives as long as its answer or request.
 */
const knownErrors = new WeakMap<object, ApiError | "begun" | "shared">();

/** Notes that a call uses this `Request`. If calls A and B use it, it stands for neither's error from then on. */
export function noteUse(request: object): void {
  knownErrors.set(request, knownErrors.has(request) ? "shared" : "begun");
}

export function noteKnownError(carrier: object, error: ApiError): void {
  if (knownErrors.get(carrier) !== "shared") knownErrors.set(carrier, error);
}

/** The error that an answer or request stands for, or undefined. */
export function knownErrorOf(carrier: unknown): ApiError | undefined {
  const known = isObject(carrier) ? knownErrors.get(carrier) : undefined;
  return typeof known === "string" ? undefined : known;
}

/** What the retry loop decided after this was thrown, so that every reader puts it on the `ApiError` it makes. */
const outcomes = new WeakMap<object, CallOutcome>();

export function noteOutcome(thrown: object, outcome: CallOutcome): void {
  outcomes.set(thrown, outcome);
}

/** Writes on an error what the retry loop decided, if that is known for the thrown value that it was read from. */
export function addOutcome(error: ApiError, thrown: object): ApiError {
  const outcome = outcomes.get(thrown);
  return outcome ? amendApiError(error, outcome) : error;
}
