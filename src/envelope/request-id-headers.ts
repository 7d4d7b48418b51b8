import { refusal } from "../error/misuse.ts";
import { parseRequestId } from "../error/request-id.ts";

/** The headers in which servers, gateways and clouds put a request ID, the most specific first. */
const usualHeaders = [
  "x-request-id",
  "request-id",
  "x-correlation-id",
  "x-trace-id",
  "x-amzn-requestid", // AWS
  "x-ms-request-id", // Azure
];

/**
 * The first valid ID in the usual headers, then in those that an API adds. Cross-origin, only exposed headers are
 * visible.
 * @param more header names, checked by {@link requireHeaderNames}
 */
export function requestIdFromHeaders(
  headers: Pick<Headers, "get">,
  more: readonly string[] = [],
): string | undefined {
  return (
    firstId(headers, usualHeaders) ??
    parseTraceResponse(headers.get("traceresponse")) ??
    firstId(headers, more)
  );
}

function firstId(headers: Pick<Headers, "get">, names: readonly string[]): string | undefined {
  for (const name of names) {
    const requestId = parseRequestId(once(headers.get(name)));
    if (requestId) return requestId;
  }
  return undefined;
}

/** A gateway and its server may both set a header, and the values come joined (RFC 9110, 5.3). Equal ones are one. */
function once(value: string | null): string | null {
  const [first, ...others] = value?.split(/\s*,\s*/) ?? [];
  return first !== undefined && others.every((other) => other === first) ? first : value;
}

/** The trace ID in `version-traceid-childid-flags` (W3C Trace Context Level 2, "traceresponse"); all zeros: none. */
function parseTraceResponse(value: string | null): string | undefined {
  const [, traceId = ""] = once(value)?.trim().split("-") ?? [];
  return /^(?!0{32})[\da-f]{32}$/.test(traceId) ? traceId : undefined;
}

/**
 * Checks that an option is a list of valid header names or absent.
 * @throws TypeError for anything else: reading a header of an invalid name would make each answer fail
 */
export function requireHeaderNames(
  option: string,
  names: readonly string[] | undefined,
): readonly string[] | undefined {
  const isList = names === undefined || (Array.isArray(names) && names.every(isHeaderName));
  if (isList) return names;
  throw refusal(
    option,
    () =>
      process.env.NODE_ENV !== "production" && [
        'must be a list of header names, such as ["cf-ray"]',
        JSON.stringify(names),
      ],
  );
}

/** A token (RFC 9110, 5.6.2). */
function isHeaderName(name: unknown): boolean {
  return typeof name === "string" && /^[\w!#$%&'*+.^`|~-]+$/.test(name);
}
