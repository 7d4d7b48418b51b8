export type Method = "GET" | "HEAD" | "OPTIONS" | "PUT" | "DELETE" | "POST" | "PATCH";

/** `"METHOD /path/{param}"`, the form Octokit users know. */
export type Route = `${Method} /${string}`;

export type ParamValue = string | number;

type ParamNames<R extends string> = R extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParamNames<Rest>
  : never;

/** `{ sessionId: string | number }` for `"GET /v1/sessions/{sessionId}"`. */
export type RouteParams<R extends string> = { [Name in ParamNames<R>]: ParamValue };

/** `params`, required exactly when the route has parameters. */
export type WithParams<R extends string> = string extends R
  ? { params?: Readonly<Record<string, ParamValue>> }
  : [ParamNames<R>] extends [never]
    ? { params?: Readonly<Record<string, never>> }
    : { params: Readonly<RouteParams<R>> };

type QueryValue = string | number | boolean | Date | null | undefined;

/** `null` and `undefined` are left out, an array repeats its name, a Date is written as ISO 8601. */
export type Query = Readonly<Record<string, QueryValue | readonly QueryValue[]>>;

const routeForm = /^(GET|HEAD|OPTIONS|PUT|DELETE|POST|PATCH) (\/[^?#\s]*)$/;

/**
 * Splits a route into method and path template.
 * @throws TypeError when it is not `"METHOD /path"`
 */
export function parseRoute(route: string): { method: string; template: string } {
  const [, method, template] = routeForm.exec(route) ?? [];
  if (method === undefined || template === undefined)
    throw new TypeError(
      `route must look like "GET /v1/sessions/{sessionId}", without a query string: got ${JSON.stringify(route)}`,
    );
  return { method, template };
}

/**
 * Fills a path template. Values are encoded as one path segment.
 * @throws TypeError for a missing, empty, `.` or `..` value, which would call another route than the one meant
 */
export function fillPath(
  template: string,
  params: Readonly<Record<string, unknown>> | undefined,
): string {
  return template.replace(/\{([^{}]*)\}/g, (_, name: string) => {
    const value = params && Object.hasOwn(params, name) ? params[name] : undefined;
    const usable =
      typeof value === "string" || (typeof value === "number" && Number.isFinite(value));
    if (!usable || value === "")
      throw new TypeError(`params.${name} must be a non-empty string: got ${show(value)}`);
    if (value === "." || value === "..")
      throw new TypeError(`params.${name} must not be a dot segment: got ${show(value)}`);
    // encodeURIComponent throws on a lone surrogate.
    return encodeURIComponent(String(value).replace(/\p{Surrogate}/gu, "\ufffd"));
  });
}

/** Writes a query string with its `?`, or nothing. */
export function formatQuery(query: Query | undefined): string {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {}))
    for (const item of Array.isArray(value) ? value : [value])
      if (item !== null && item !== undefined)
        pairs.append(name, item instanceof Date ? item.toISOString() : String(item));
  return pairs.size > 0 ? `?${pairs}` : "";
}

function show(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
