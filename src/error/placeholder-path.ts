/** `v1`, `v2beta1`, `v1.2`: a version of an API, not a thing in it. */
const version = /^v\d+(?:\.\d+)*(?:(?:alpha|beta|rc|preview)\d*)?$/i;

/**
 * Letters and what joins words: kebab, snake and camel case, `session.byId,session.list` (tRPC's batches), and what OData
 * and Discord put before a name (`$metadata`, `@me`).
 */
const name = /^[$@]?[a-z\-_.,]*$/i;

/** Letters that are hexadecimal digits, all of them: shorter ones are words, as `feed`. */
const hex = /^[a-f]{8,}$/i;

/** Longer ones are tokens: `internationalization` has 20 letters. */
const longestWord = 24;

/** A method of a resource, `jobs/123:cancel` (AIP-136). */
const customMethod = /^(.+):([a-z]+)$/i;

/**
 * A URL's path with `{}` in place of each segment that looks like the id of something, not like a name: numbers, dates,
 * UUIDs, hexadecimal and prefixed ids (`ses_a1b2`), tokens, mail addresses, whatever is long or has a digit in it and is no
 * version. Calls that differ in their ids alone have one path so, and no secret of a path is written down.
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

/** Also what is a placeholder already, as in a route. */
function isName(segment: string): boolean {
  if (version.test(segment) || /^\{\w*\}$/.test(segment)) return true;
  return name.test(segment) && segment.split(/[$@\-_.,]/).every(isWord);
}

/** The humps of camel case have some length; letters that change their case at every turn are a token. */
function isWord(letters: string): boolean {
  const humps = letters.match(/[A-Z]+[a-z]*|[a-z]+/g) ?? [];
  const isScrambled = humps.length > 3 && letters.length < humps.length * 2.5;
  return !isScrambled && !hex.test(letters) && humps.every((hump) => hump.length <= longestWord);
}
