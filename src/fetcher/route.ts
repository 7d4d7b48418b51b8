import { misuse } from "../error/misuse.ts";
import type { ParamNames, Route } from "../error/route-form.ts";

export type ParamValue = string | number;

/** The parameters of a route: `{ sessionId: string | number }` for `"GET /v1/sessions/{sessionId}"`. */
export type RouteParams<R extends string> = { [Name in ParamNames<R>]: ParamValue };

/** `params`, required exactly when the route has parameters. */
export type WithParams<R extends string> = Route extends R
  ? { params?: Readonly<Record<string, unknown>> }
  : [ParamNames<R>] extends [never]
    ? { params?: Readonly<Record<string, never>> }
    : { params: Readonly<RouteParams<R>> };

/** Leaves `body` out of a GET and a HEAD: `fetch` refuses it there (Fetch Standard, "new Request"). */
export type WithBody<R extends string> = Route extends R
  ? unknown
  : R extends `${"GET" | "HEAD"} ${string}`
    ? { body?: undefined }
    : unknown;

type QueryValue = string | number | boolean | Date | null | undefined;

/** Query parameters. `null` and `undefined` are left out, arrays repeat the name, and a Date is written as ISO 8601. */
export type Query = Readonly<Record<string, QueryValue | readonly QueryValue[]>>;

// URL parsers resolve these, percent-encoded or not (URL Standard, "double-dot URL path segment").
const dotSegment = /^(?:\.|%2e){1,2}$/i;

/**
 * Fills a path template. Each value is encoded as one path segment.
 * @throws TypeError for a missing or empty value, and for one that makes its segment `.` or `..`: both would call
 * another route
 */
export function fillPath(
  template: string,
  params: Readonly<Record<string, unknown>> | undefined,
): string {
  return template
    .split("/")
    .map((segment) => fillSegment(segment, params))
    .join("/");
}

function fillSegment(
  template: string,
  params: Readonly<Record<string, unknown>> | undefined,
): string {
  const segment = template.replace(/\{([^{}]*)\}/g, (_, name: string) => {
    const value = params && Object.hasOwn(params, name) ? params[name] : undefined;
    const usable =
      typeof value === "string" || (typeof value === "number" && Number.isFinite(value));
    if (!usable || value === "")
      throw misuse(
        `params.${name}`,
        value,
        () => process.env.NODE_ENV !== "production" && "must be a non-empty string",
      );
    // encodeURIComponent throws on a lone surrogate.
    return encodeURIComponent(String(value).replace(/\p{Surrogate}/gu, "\ufffd"));
  });
  if (dotSegment.test(segment)) {
    const name = /\{([^{}]*)\}/.exec(template)?.[1];
    const source = name === undefined ? "route" : `params.${name}`;
    throw misuse(
      source,
      segment,
      () => process.env.NODE_ENV !== "production" && "must not make a dot segment",
    );
  }
  return segment;
}

/**
 * Writes a query string with its `?`, or nothing.
 * @throws TypeError for a number that is not finite, an invalid Date, or an object
 */
export function formatQuery(query: Query | undefined): string {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {}))
    for (const item of Array.isArray(value) ? value : [value])
      if (item !== null && item !== undefined) pairs.append(name, formatQueryValue(name, item));
  return pairs.size > 0 ? `?${pairs}` : "";
}

/** A value as a query string has it. Undefined for an invalid Date and for objects. */
export function queryText(value: unknown): string | undefined {
  if (["string", "number", "boolean"].includes(typeof value)) return String(value);
  const isDate = value instanceof Date && !Number.isNaN(value.getTime());
  return isDate ? value.toISOString() : undefined;
}

function formatQueryValue(name: string, value: unknown): string {
  const isEndless = typeof value === "number" && !Number.isFinite(value);
  const text = isEndless ? undefined : queryText(value);
  if (text !== undefined) return text;
  throw misuse(
    `query.${name}`,
    value,
    () =>
      process.env.NODE_ENV !== "production" &&
      "must be a string, a finite number, a boolean or a valid Date",
  );
}
