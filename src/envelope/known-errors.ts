import { type ApiError, amendApiError, type CallOutcome } from "../error/api-error.ts";
import { isObject } from "../error/is-object.ts";

/**
 * By what stands for it: an answer that `api.fetch` gave, whose error was read when it came. A library that got it makes
 * an error of its own, which holds the answer or the request, and nothing else of what the API knew. Nothing is kept for
 * longer than that.
 */
const knownErrors = new WeakMap<object, ApiError | "begun" | "shared">();

/** Of a `Request` that several calls are made with nobody can tell whose error it would stand for: from then on for none. */
export function noteUse(request: object): void {
  knownErrors.set(request, knownErrors.has(request) ? "shared" : "begun");
}

export function noteKnownError(carrier: object, error: ApiError): void {
  if (knownErrors.get(carrier) !== "shared") knownErrors.set(carrier, error);
}

/** The error that this stands for; undefined where it stands for none. */
export function knownErrorOf(carrier: unknown): ApiError | undefined {
  const known = isObject(carrier) ? knownErrors.get(carrier) : undefined;
  return typeof known === "string" ? undefined : known;
}

/** By what was thrown: how its call went on, which whoever reads it is told, in whatever way they read. */
const outcomes = new WeakMap<object, CallOutcome>();

export function noteOutcome(thrown: object, outcome: CallOutcome): void {
  outcomes.set(thrown, outcome);
}

/** Writes on what was read from this how its call went on, where that is known. */
export function addOutcome(error: ApiError, thrown: object): ApiError {
  const outcome = outcomes.get(thrown);
  return outcome ? amendApiError(error, outcome) : error;
}
