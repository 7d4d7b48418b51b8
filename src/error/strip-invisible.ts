// Control and format characters (bidirectional, zero-width, tags), line and paragraph separators, lone surrogates (at
// which encodeURIComponent throws), everything that Unicode draws as nothing (UAX 44, Default_Ignorable_Code_Point:
// fillers, variation selectors, the soft hyphen), and the blank Braille cell, which also looks like nothing.
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Removes characters that no reader sees, and those that could reorder or break the line around them. */
export function stripInvisible(text: string): string {
  return text.replace(invisible, "");
}
