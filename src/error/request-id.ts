import { stripInvisible } from "./strip-invisible.ts";

const maxLength = 200;

/** Combining marks are drawn over the text around them, a hundred of them over half the page. No ID needs them. */
const marks = /\p{M}/gu;

/**
 * Makes a request ID safe to show, log and copy. Of a text it keeps up to 200 characters, without invisible ones, which
 * nobody can read out to support, and without combining marks. A safe integer is an ID too, since some servers number
 * their requests. Undefined if nothing is left; never invents an ID.
 */
export function parseRequestId(value: unknown): string | undefined {
  if (Number.isSafeInteger(value)) return String(value);
  if (typeof value !== "string") return undefined;
  const readable = stripInvisible(value.slice(0, maxLength * 4))
    .replace(marks, "")
    .trim();
  // Trimmed again, so that parsing the result once more, for example from JSON, gives the same ID.
  return Array.from(readable).slice(0, maxLength).join("").trimEnd() || undefined;
}
