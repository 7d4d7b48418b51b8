import { stripInvisible } from "../error/strip-invisible.ts";

const maxLength = 128;

/** Whether a server's word serves as a code: 1 to 128 characters, none of which breaks or reorders a log line. */
export function isErrorCode(code: string): boolean {
  return code !== "" && code.length <= maxLength && stripInvisible(code) === code;
}
