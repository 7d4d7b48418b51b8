// Controls, formats (bidirectional and zero-width ones, tags, the soft hyphen), line and paragraph separators, and
// halves of surrogate pairs, which encodeURIComponent throws on.
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Drops what no reader sees, and what could reorder or break the line it is shown in. */
export function stripInvisible(text: string): string {
  return text.replace(invisible, "");
}
