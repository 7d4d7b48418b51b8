import { hideSecrets } from "./hide-secrets.ts";
import { isErrorObject } from "./is-error-object.ts";
import { isObject } from "./is-object.ts";
import { readProperty } from "./read-property.ts";

/** Of causes of causes, beginning with the first. */
const maxCauses = 5;

// All controls but the line breaks of a stack.
const controls = /[^\P{Cc}\n]/gu;

/**
 * What a log may hold of what was thrown: an error's name, message and stack, and the same of its causes. Not what
 * libraries hang on their errors, as axios its `config` and SuperAgent its `request` with the token that was sent, which
 * consoles list, nor what platforms quote of that. Never throws.
 */
export function toBareCause(thrown: unknown, depth = 1): unknown {
  if (!isObject(thrown)) return typeof thrown === "string" ? thrown.replace(controls, "") : thrown;
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
  const value = readProperty(thrown, key);
  return typeof value === "string" ? hideSecrets(value).replace(controls, "") : undefined;
}

function tagOf(thrown: unknown): string {
  try {
    return Object.prototype.toString.call(thrown);
  } catch {
    return "[object Proxy]";
  }
}
