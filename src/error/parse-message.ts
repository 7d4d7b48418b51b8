const space = /[\s\u0085]+/gu;
const lineBreak = /[\n\r\v\f\u0085\u2028\u2029]/u;

// Other control characters (terminal escape sequences begin with one), characters that embed or override a direction
// (UAX 9, 2.1 to 2.4) and would go on behind the message, and lone surrogates. Marks and joiners stay, because scripts
// need them.
const unsafe = /[\p{Cc}\u202a-\u202e\u2066-\u2069\p{Cs}]/gu;

/**
 * Makes a message safe to show: one line of any script and length, without control characters, so that it changes
 * nothing in the log, terminal or page around it. Undefined if no words are left.
 */
export function parseMessage(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const line = value.replace(space, (run) => (lineBreak.test(run) ? " " : run));
  return line.replaceAll("\t", " ").replace(unsafe, "").trim() || undefined;
}
