import { isConnectionFailure } from "../error/connection-failure.ts";
import { readProperty } from "../error/read-property.ts";

/**
 * Whether an error of the page's own `fetch`, or of reading its answer, means that no complete answer came. `fetch`
 * rejects with a TypeError for DNS, refused, reset, CORS and offline alike (Fetch, "network error"), also if a
 * monitoring tool has patched it. Never throws.
 */
export function isNetworkFailure(thrown: unknown): boolean {
  return isTypeError(thrown) || isInnerNetworkFailure(thrown);
}

/** The same for a `fetch` that the app gave: its TypeError may also be a bug. Never throws. */
export function isGivenFetchFailure(thrown: unknown): boolean {
  const isMistaken = isMistake(messageOf(thrown)) || isCoded(thrown);
  return (isTypeError(thrown) && !isMistaken) || isInnerNetworkFailure(thrown);
}

/**
 * The same for the app's code that calls `fetch` somewhere inside: only what the error itself says counts. An abort
 * counts too: it was not the caller's, and a person waits. By name, as it may be of another realm. Never throws.
 */
export function isInnerNetworkFailure(thrown: unknown): boolean {
  return isConnectionFailure(thrown) || readProperty(thrown, "name") === "AbortError";
}

/** How engines begin their messages about bugs in the code. */
const mistakesBegin = [
  // A part of the app that a new release has replaced: Chromium, Firefox, Safari.
  "Failed to fetch dynamically imported module",
  "error loading dynamically imported module",
  "Importing a module script failed",
  // Bad arguments of a request or an answer, or a body that is read twice: Node, Firefox, Safari.
  "Argument ",
  "Body has already ",
  "Body is ",
  "Failed to parse URL",
  "FormData constructor",
  "Headers constructor",
  "Headers.",
  "Invalid header ",
  "Invalid state: ",
  "Not enough arguments",
  "Request constructor",
  "Request has method ",
  "Request with GET/HEAD method",
  "RequestInit: ",
  "Response constructor",
  "Response.",
  "Window.fetch: ",
  // V8
  "Cannot access ",
  "Cannot add property ",
  "Cannot call ",
  "Cannot assign to read only property ",
  "Cannot convert ",
  "Cannot create property ",
  "Cannot define property ",
  "Cannot delete property ",
  "Cannot destructure ",
  "Cannot mix BigInt ",
  "Cannot perform ",
  "Cannot read ",
  "Cannot redefine property",
  "Cannot set ",
  "Cannot use 'in' operator ",
  "Cannot write ",
  "Chaining cycle detected",
  "Class constructor ",
  "Assignment to constant variable",
  "Converting circular structure",
  "Do not know how to serialize",
  "Function has non-object prototype",
  "Illegal constructor",
  "Illegal invocation",
  "Invalid URL",
  "Invalid value used ",
  "Iterator value ",
  "Failed to construct ",
  "Failed to execute ",
  "Object prototype may only be",
  "Reduce of empty array",
  "Right-hand side of ",
  "Spread syntax requires",
  // Firefox
  "can't access ",
  "can't assign ",
  "can't convert ",
  "can't define property ",
  "can't delete property ",
  "can't redefine ",
  "cyclic object value",
  "invalid 'in' operand",
  "invalid 'instanceof' operand",
  "invalid assignment",
  "setting getter-only property",
  // Safari
  "Attempted to assign to readonly property",
  "JSON.stringify cannot serialize",
  "Right side of assignment cannot be destructured",
  "null is not ",
  "undefined is not ",
  "Type error",
];

/** How engines end such messages. */
const mistakesEnd = [
  "is not a function",
  "is not a function.",
  "is not iterable",
  "is not a constructor",
  "is not an object",
  "is not defined",
  "called on non-object",
  "is locked",
  "is not a valid HTTP method.",
  "is not a valid URL",
  "is not a valid URL.",
  "is undefined",
  "is null",
  "is read-only",
  "cannot be parsed as a URL.",
  "Invalid URL",
];

/** Safari and Hermes add an explanation in brackets: `x is not a function. (In 'x()', 'x' is undefined)`. */
function isMistake(message: string): boolean {
  const [plain = ""] = message.split(" (", 1);
  return (
    message.includes(" called on incompatible ") ||
    mistakesBegin.some((begin) => message.startsWith(begin)) ||
    mistakesEnd.some((end) => message.endsWith(end) || plain.endsWith(end))
  );
}

/** Node's own modules give their TypeErrors a code, such as `ERR_INVALID_ARG_TYPE`; its `fetch` does not. */
function isCoded(thrown: unknown): boolean {
  return typeof readProperty(thrown, "code") === "string";
}

/** By name, since it may be of another realm. */
function isTypeError(thrown: unknown): boolean {
  return readProperty(thrown, "name") === "TypeError";
}

function messageOf(thrown: unknown): string {
  const message = readProperty(thrown, "message");
  return typeof message === "string" ? message : "";
}
