import { stripInvisible } from "./strip-invisible.ts";

/**
 * Whether a server's code is valid: a letter or digit, then up to 127 letters, digits and `_ . : / -`. Such a code can
 * forge nothing around it in a log line, a report or a terminal.
 */
export function isServerCode(code: unknown): code is string {
  return typeof code === "string" && /^[A-Za-z0-9][\w.:/-]{0,127}$/.test(code);
}

const maxLength = 128;

/**
 * Whether a code that the app itself gives, for example from `readError`, is valid: words in any script, up to 128
 * characters, without invisible characters and piles of combining marks, which are drawn over the text around them.
 */
export function isGivenCode(code: unknown): code is string {
  return (
    typeof code === "string" &&
    code.trim() !== "" &&
    code.length <= maxLength &&
    stripInvisible(code) === code &&
    !/\p{M}{4}/u.test(code)
  );
}
