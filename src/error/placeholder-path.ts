/** `v1`, `v2beta1`, `v1.2`: the version of an API, not an ID. */
const version = /^v\d+(?:\.\d+)*(?:(?:alpha|beta|rc|preview)\d*)?$/i;

/**
 * Letters and what joins words: kebab, snake and camel case, `session.byId,session.list` (tRPC's batches), and the
 * prefixes of OData and Discord (`$metadata`, `@me`).
 */
const name = /^[$@]?[a-z\-_.,]*$/i;

/** Only hexadecimal digits. Shorter runs of letters are words, such as `feed`. */
const hex = /^[a-f]{8,}$/i;

/** Longer ones are tokens: `internationalization` has 20 letters. */
const longestWord = 24;

/** A custom method of a resource, `jobs/123:cancel` (AIP-136). */
const customMethod = /^(.+):([a-z]+)$/i;

/**
 * A URL's path with `{}` for each segment that looks like an ID: numbers, dates, UUIDs, hexadecimal and prefixed IDs
 * (`ses_a1b2`), tokens, mail addresses, and all else that is long or has a digit and is no version. Calls that differ
 * only in their IDs then have one path, and no secret of a path is written down.
 *
 * ```ts
 * placeholderPath("/v1/sessions/ses_a1b2/messages"); // "/v1/sessions/{}/messages"
 * ```
 */
export function placeholderPath(pathname: string): string {
  return pathname.split("/").map(placeholderSegment).join("/");
}

function placeholderSegment(segment: string): string {
  if (isName(segment)) return segment;
  const [, thing, method = ""] = customMethod.exec(segment) ?? [];
  if (thing === undefined || !isName(method)) return "{}";
  return `${isName(thing) ? thing : "{}"}:${method}`;
}

/** Whether the segment is a name, a version, or already a placeholder, as in a route. */
function isName(segment: string): boolean {
  if (version.test(segment) || /^\{\w*\}$/.test(segment)) return true;
  return name.test(segment) && segment.split(/[$@\-_.,]/).every(isWord);
}

/** Whether the letters are words in camel case. A token changes its case too often: its words would be very short. */
function isWord(letters: string): boolean {
  const humps = letters.match(/[A-Z]+[a-z]*|[a-z]+/g) ?? [];
  const isScrambled = humps.length > 3 && letters.length < humps.length * 2.5;
  return !isScrambled && !hex.test(letters) && humps.every((hump) => hump.length <= longestWord);
}
