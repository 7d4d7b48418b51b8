/** The three forms of an HTTP-date (RFC 9110, 5.6.7): today's, RFC 850's and asctime's. */
const httpDates = [
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/,
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT$/,
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/,
];

/**
 * Reads `Retry-After` (RFC 9110, 10.2.3), whole seconds or an HTTP-date, as milliseconds from now. A date in the past
 * gives 0. Anything else gives undefined, even two headers joined into one. Never throws; a number that it gives is
 * finite.
 */
export function parseRetryAfter(
  value: string | null | undefined,
  nowMs: number,
): number | undefined {
  const text = value?.trim() ?? "";
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1_000, Number.MAX_SAFE_INTEGER);
  const dateMs = parseHttpDate(text);
  return dateMs === undefined ? undefined : Math.max(0, dateMs - nowMs);
}

/**
 * How long an answer's headers ask to wait, in milliseconds: `retry-after-ms`, which OpenAI and Azure send besides the
 * standard header, else `Retry-After`. A date counts from the answer's own `Date` if the page may read that, since the
 * device's clock may be hours off. Never throws.
 */
export function retryAfterFrom(headers: Pick<Headers, "get">): number | undefined {
  const inMs = headers.get("retry-after-ms")?.trim() ?? "";
  if (/^\d+(?:\.\d+)?$/.test(inMs)) return Math.min(Number(inMs), Number.MAX_SAFE_INTEGER);
  const answeredMs = parseHttpDate(headers.get("date")?.trim() ?? "");
  return parseRetryAfter(headers.get("retry-after"), answeredMs ?? Date.now());
}

/** Epoch ms of an HTTP-date (RFC 9110, 5.6.7). */
function parseHttpDate(text: string): number | undefined {
  if (!httpDates.some((form) => form.test(text))) return undefined;
  // The asctime form names no time zone, but is GMT too.
  const dateMs = Date.parse(text.endsWith("GMT") ? text : `${text} GMT`);
  return Number.isNaN(dateMs) ? undefined : dateMs;
}
