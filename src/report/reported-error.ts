import type { ApiError } from "../error/api-error.ts";
import { toBareCause } from "../error/bare-cause.ts";
import type { ErrorCode } from "../error/error-code.ts";
import { isErrorObject } from "../error/is-error-object.ts";

/**
 * The error that a service is handed in an `ApiError`'s place, with nothing on it but name, message, stack and causes:
 * services list what else an error has, and follow its causes.
 *
 * - What a call came to is named by its code and told by route and status. The server's message and the error's cause stay
 *   behind: both may repeat what was sent.
 * - An Error or a text that the app's own code threw, the cause of an `UNEXPECTED_ERROR`, is told as it is, and so are the
 *   Errors that caused it. Query strings and passwords are taken out of the URLs in their messages.
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

/** Of kind `unexpected`, those that are of no answer: a body that was thrown by itself has a server's code. */
const ofTheApp: readonly ErrorCode[] = ["UNEXPECTED_ERROR", "OUTDATED_PAGE"];

/** @param bare what `toBareCause` gave, whose causes are as bare and end after a few */
function withoutSecrets({ name, message, stack, cause }: Error): Error {
  const frames = framesOf(stack, message);
  // One of a call that another error had as its cause: what it says and carries is the server's.
  if (name === "ApiError") return bareError(name, "", frames);
  const told = bareError(name, withoutQueries(message), frames);
  // A text may be a whole answer.
  if (!(cause instanceof Error)) return told;
  return Object.defineProperty(told, "cause", hidden(withoutSecrets(cause)));
}

function bareError(name: string, message: string, frames: readonly string[]): Error {
  const stack = [`${name}: ${message}`, ...frames].join("\n");
  return Object.defineProperties(new Error(message), { name: hidden(name), stack: hidden(stack) });
}

/** A property that nobody lists, as an Error's own are. */
const hidden = (value: unknown) => ({ value, configurable: true, writable: true });

/** As V8 writes a call in a stack. */
const indented = /^\s+at /;
/** As Firefox and Safari do, which leave the message out of the stack. */
const located = /@.*:\d+(?::\d+)?$|@\[native code\]$/;

/** A stack's calls, without what V8 writes above them: name and message. */
function framesOf(stack = "", message: string): string[] {
  const lines = stack.split("\n");
  const frames = lines.filter((line) => indented.test(line));
  // A message may be spelt like a call, where there is no call.
  const isSaid = (line: string) => message !== "" && line.endsWith(message);
  return frames.length > 0 ? frames : lines.filter((line) => located.test(line) && !isSaid(line));
}

const password = /(:\/\/)[^\s/?#@"'<>]*@/g;
const query = /[?#][^\s?#=&"'<>()]+=[^\s"'<>()]*/g;

function withoutQueries(message: string): string {
  return message.replace(password, "$1").replace(query, "");
}
