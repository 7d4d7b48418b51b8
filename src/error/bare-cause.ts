import { hideSecrets } from "./hide-secrets.ts";
import { isErrorObject } from "./is-error-object.ts";
import { isObject } from "./is-object.ts";
import { readProperty } from "./read-property.ts";

/** The longest chain of causes that is logged, the thrown error included. */
const maxCauses = 5;

// All control characters except line feeds, which stacks need.
const controls = /[^\P{Cc}\n]/gu;

/**
 * What a log may contain of a thrown value: an error's name, message and stack, and those of its causes. It leaves out
 * what libraries attach to their errors and consoles would print, such as axios's `config` and SuperAgent's `request`
 * with the token that was sent, and the secrets that platforms quote in messages. Never throws.
 */
export function toBareCause(thrown: unknown, depth = 1): unknown {
  if (!isObject(thrown)) return toBareText(thrown) ?? thrown;
  const message = readText(thrown, "message");
  if (!isErrorObject(thrown)) return message ?? tagOf(thrown);
  const name = readText(thrown, "name") ?? "Error";
  const cause = readProperty(thrown, "cause");
  const isTold = cause !== undefined && depth < maxCauses;
  const bare = new Error(message ?? "", isTold ? { cause: toBareCause(cause, depth + 1) } : {});
  const stack = readText(thrown, "stack") ?? `${name}: ${message ?? ""}`;
  for (const [key, value] of Object.entries({ name, stack }))
    Object.defineProperty(bare, key, { value, configurable: true, writable: true });
  return bare;
}

function readText(thrown: unknown, key: "name" | "message" | "stack"): string | undefined {
  return toBareText(readProperty(thrown, key));
}

function toBareText(value: unknown): string | undefined {
  return typeof value === "string" ? hideSecrets(value).replace(controls, "") : undefined;
}

function tagOf(thrown: unknown): string {
  try {
    return Object.prototype.toString.call(thrown);
  } catch {
    return "[object Proxy]";
  }
}
