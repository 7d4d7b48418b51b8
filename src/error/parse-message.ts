const space = /[\s\u0085]+/gu;
const lineBreak = /[\n\r\v\f\u0085\u2028\u2029]/u;

// Other controls, the escape of a terminal's sequences among them, what embeds or overrides a direction (UAX 9, 2.1 to
// 2.4), which goes on behind the message where it is not closed, and halves of surrogate pairs. Marks and joiners, which
// scripts are written with, stay.
const unsafe = /[\p{Cc}\u202a-\u202e\u2066-\u2069\p{Cs}]/gu;

/**
 * Says what may be in a message: one line of any script, of any length, without control characters, so that a log, a
 * terminal or a page that shows it goes on behind it as it was before. Undefined where no words are left.
 */
export function parseMessage(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const line = value.replace(space, (run) => (lineBreak.test(run) ? " " : run));
  return line.replaceAll("\t", " ").replace(unsafe, "").trim() || undefined;
}
