import type { ApiError } from "../error/api-error.ts";
import { toBareCause } from "../error/bare-cause.ts";
import type { ErrorCode } from "../error/error-code.ts";
import { hideSecrets } from "../error/hide-secrets.ts";
import { isErrorObject } from "../error/is-error-object.ts";

/**
 * The error that a service gets instead of an `ApiError`. It has only name, message, stack and causes: services list
 * whatever else an error has, and follow its causes.
 *
 * - For a failed call the name is the code, and the message the route and the status. It leaves out the server's
 *   message and the error's cause: both may repeat what was sent.
 * - For an `UNEXPECTED_ERROR` it repeats the Error or text that the app's own code threw, and the Errors that caused
 *   that. It removes query strings and passwords from the URLs in their messages.
 */
export function toReportedError(error: ApiError): Error {
  const { kind, code, route, status, message, stack, cause } = error;
  const frames = framesOf(stack, message);
  if (kind === "unexpected" && ofTheApp.includes(code)) {
    if (typeof cause === "string") return bareError(code, withoutQueries(cause), frames);
    const bare = isErrorObject(cause) && toBareCause(cause);
    if (bare instanceof Error) return withoutSecrets(bare);
  }
  return bareError(code, `${route ?? kind}${status === undefined ? "" : ` (${status})`}`, frames);
}

/** The codes of kind `unexpected` that no answer caused: an answer's body that was thrown has a server's code. */
const ofTheApp: readonly ErrorCode[] = ["UNEXPECTED_ERROR", "OUTDATED_PAGE"];

/** @param bare a result of `toBareCause`: its causes are as bare, and there are few */
function withoutSecrets({ name, message, stack, cause }: Error): Error {
  const frames = framesOf(stack, message);
  // The error of a call, as another error's cause: its message and its own causes are the server's.
  if (name === "ApiError") return bareError(name, "", frames);
  const told = bareError(name, withoutQueries(message), frames);
  // A cause that is a text may be a whole answer.
  if (!(cause instanceof Error)) return told;
  return Object.defineProperty(told, "cause", hidden(withoutSecrets(cause)));
}

function bareError(name: string, message: string, frames: readonly string[]): Error {
  const stack = [`${name}: ${message}`, ...frames].join("\n");
  return Object.defineProperties(new Error(message), { name: hidden(name), stack: hidden(stack) });
}

/** A property that is not enumerable, as an Error's own are not. */
const hidden = (value: unknown) => ({ value, configurable: true, writable: true });

/** A call in a V8 stack. */
const indented = /^\s+at /;
/** A call in a stack of Firefox or Safari, which leave the message out of the stack. */
const located = /@.*:\d+(?::\d+)?$|@\[native code\]$/;

/** A stack's calls, without the name and message that V8 writes above them. */
function framesOf(stack = "", message: string): string[] {
  const lines = stack.split("\n");
  const frames = lines.filter((line) => indented.test(line));
  // In V8's stack without calls, a message may look like a call.
  const isSaid = (line: string) => message !== "" && line.endsWith(message);
  return frames.length > 0 ? frames : lines.filter((line) => located.test(line) && !isSaid(line));
}

const query = /[?#][^\s?#=&"'<>()]+=[^\s"'<>()]*/g;

function withoutQueries(message: string): string {
  return hideSecrets(message).replace(query, "");
}
