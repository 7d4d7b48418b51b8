import { stripInvisible } from "./strip-invisible.ts";

const maxLength = 200;

/**
 * Makes a request id safe to show and to copy: control and bidirectional characters are dropped, at most 200
 * characters kept. Gives undefined for anything that is no readable id; never invents one.
 */
export function parseRequestId(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const readable = stripInvisible(value.slice(0, maxLength * 4)).trim();
  // Trimmed again: what is parsed once more, as from JSON, must come out the same.
  return Array.from(readable).slice(0, maxLength).join("").trimEnd() || undefined;
}
