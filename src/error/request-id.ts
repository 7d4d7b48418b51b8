import { stripInvisible } from "./strip-invisible.ts";

const maxLength = 200;

/** Marks are drawn over their neighbours, a hundred of them over half the page; an id has nothing to say with them. */
const marks = /\p{M}/gu;

/**
 * Says what may be in a request id, so that it is safe to show, to log and to copy: text of at most 200 characters
 * without invisible ones, which nobody can read out to support, and without combining marks; or a whole number that
 * JavaScript holds exactly, as some servers count their requests. Gives undefined where nothing is left; never invents one.
 */
export function parseRequestId(value: unknown): string | undefined {
  if (Number.isSafeInteger(value)) return String(value);
  if (typeof value !== "string") return undefined;
  const readable = stripInvisible(value.slice(0, maxLength * 4))
    .replace(marks, "")
    .trim();
  // Trimmed again: what is parsed once more, as from JSON, must come out the same.
  return Array.from(readable).slice(0, maxLength).join("").trimEnd() || undefined;
}
