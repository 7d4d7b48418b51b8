// Controls, formats (bidirectional and zero-width ones, tags), line and paragraph separators, halves of surrogate pairs,
// which encodeURIComponent throws on, what Unicode says to draw as nothing (UAX 44, Default_Ignorable_Code_Point: fillers,
// variation selectors, the soft hyphen), and Braille's empty cell, which is drawn as nothing though it need not be.
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Drops what no reader sees, and what could reorder or break the line it is shown in. */
export function stripInvisible(text: string): string {
  return text.replace(invisible, "");
}
