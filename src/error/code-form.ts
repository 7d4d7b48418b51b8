import { stripInvisible } from "./strip-invisible.ts";

/**
 * Says what may be in a code that a server names: a letter or digit, then up to 127 letters, digits and `_ . : / -`. Such a
 * code stands in a log line between spaces, in a report and in a terminal as what it is, and can forge none of them.
 */
export function isServerCode(code: unknown): code is string {
  return typeof code === "string" && /^[A-Za-z0-9][\w.:/-]{0,127}$/.test(code);
}

const maxLength = 128;

/**
 * The same of a code that the app itself gives, as `readError` does: any words in any script, up to 128 characters, without
 * invisible ones and without stacks of combining marks, which are drawn over what stands around them.
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
