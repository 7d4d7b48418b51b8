import { isConnectionFailure } from "../error/connection-failure.ts";
import { isErrorObject } from "../error/is-error-object.ts";
import { memberAt } from "../error/member-at.ts";
import type { Unanswered } from "../error/no-answer.ts";
import { readProperty } from "../error/read-property.ts";
import { causesOf } from "./causes.ts";

/**
 * Why no answer came, according to an error or its causes; undefined if none of them says so. Never throws.
 *
 * An abort in the cause of an error that the app made itself (`new Error("Not saved", { cause })`) does not count: the
 * person would not be told of the failure.
 */
export function unansweredIn(thrown: unknown): Unanswered | undefined {
  // `Response.error()` gives this.
  if (readProperty(thrown, "type") === "error" && readProperty(thrown, "status") === 0)
    return "network";
  const isApps = readProperty(thrown, "name") === "Error";
  for (const error of causesOf(thrown)) {
    const reason = isErrorObject(error) ? reasonOf(error) : undefined;
    if (reason && !(reason === "aborted" && isApps && error !== thrown)) return reason;
  }
  return undefined;
}

/** Names and codes of libraries for a call that the caller has cancelled. */
const cancels = new Set<unknown>([
  "AbortError",
  "CanceledError", // axios
  "ERR_CANCELED", // axios, as the error's code
  "ABORTED", // SuperAgent, as the error's code
]);

/** Codes of axios and SuperAgent for a time limit. From a Node socket they mean that the network failed. */
const timeLimits = new Set<unknown>(["ECONNABORTED", "ETIMEDOUT"]);

function reasonOf(error: unknown): Unanswered | undefined {
  const read = (key: string) => readProperty(error, key);
  const [name, code, message] = [read("name"), read("code"), read("message")];
  // TanStack Query's CancelledError has no name of its own. axios also cancels for an `AbortSignal.timeout`.
  if (cancels.has(name) || cancels.has(code) || message === "CancelledError")
    return memberAt(error, "config.signal.reason.name") === "TimeoutError" ? "timeout" : "aborted";
  // axios uses the same code if the browser ended the request, for example because the person left the page.
  const isAxios = read("isAxiosError") === true;
  const isTimed = isAxios ? message !== "Request aborted" : read("timeout") !== undefined;
  if (name === "TimeoutError" || (timeLimits.has(code) && isTimed)) return "timeout";
  // SuperAgent; and ky 2, whose own NetworkError is no DOMException.
  const isNetworks = read("crossDomain") === true || name === "NetworkError";
  return isNetworks || isConnectionFailure(error) ? "network" : undefined;
}
