const maxLength = 200;

// C0, DEL and C1 controls; bidirectional and zero-width format characters; line and paragraph separators.
const invisible = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/gu;

/**
 * Makes a request id safe to show and to copy: control and bidirectional characters are dropped, at most 200
 * characters kept. Gives undefined for anything that is no readable id; never invents one.
 */
export function parseRequestId(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const readable = value
    .slice(0, maxLength * 4)
    .replace(invisible, "")
    .trim();
  return Array.from(readable).slice(0, maxLength).join("") || undefined;
}
