import { isRecord, misuse, refusal, secretMisuse } from "../error/misuse.ts";

type HeaderValues = Readonly<Record<string, string | undefined>>;

// Not allowed in an HTTP/1.1 value (RFC 9110, 5.5). Node accepts some of it here, and fails only when it sends.
const unusable = /[^\t\x20-\x7e\x80-\xff]/u;
const surroundingSpace = /^[\t\n\r ]+|[\t\n\r ]+$/g;

/**
 * Sets headers over those that are there, one by one: `Accept` and `accept` in one plain record would be joined.
 * @param source the name of what holds the values, for the message; never a value itself, which may be a secret
 * @throws TypeError for a name or value that HTTP does not allow
 */
export function setHeaders(headers: Headers, values: HeaderValues, source: string): void {
  const isIterable = isIterableObject(values);
  if (!isRecord(values) || isIterable)
    throw secretMisuse(
      source,
      values,
      () =>
        process.env.NODE_ENV !== "production" && [
          'must be an object such as { "x-tenant": "7" }',
          isIterable ? `pass Object.fromEntries(${source})` : undefined,
        ],
    );
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    const usable = String(value).replace(surroundingSpace, "");
    const index = usable.search(unusable);
    if (index >= 0)
      throw refusal(
        `${source}[${JSON.stringify(name)}]`,
        () =>
          process.env.NODE_ENV !== "production" && [
            "must hold no line break, control character or character over U+00FF",
            `${codePoint(usable, index)} at index ${index}`,
            "encodeURIComponent makes any text fit",
          ],
      );
    try {
      headers.set(name, usable);
    } catch {
      throw misuse(
        source,
        name,
        () =>
          process.env.NODE_ENV !== "production" && "must be named with letters, digits and dashes",
      );
    }
  }
}

/** Whether it is a `Headers` or a list of pairs: read as a record, it would hold no headers. */
function isIterableObject(values: HeaderValues): boolean {
  return typeof values === "object" && values !== null && Symbol.iterator in values;
}

function codePoint(text: string, index: number): string {
  const hex = (text.codePointAt(index) ?? 0).toString(16).toUpperCase();
  return `U+${hex.padStart(4, "0")}`;
}
