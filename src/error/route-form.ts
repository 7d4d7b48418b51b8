import { misuse } from "./misuse.ts";

const methods = ["GET", "HEAD", "OPTIONS", "PUT", "DELETE", "POST", "PATCH"] as const;

export type Method = (typeof methods)[number];

/** A method and a path: `"GET /v1/sessions/{sessionId}"`. */
export type Route = `${Method} /${string}`;

/**
 * `R`, but only a well-formed route compiles. A route that is put together at run time always compiles. If a function
 * of yours passes a route on, give its parameter this type.
 */
export type WellFormed<R extends string> = R & FaultOf<R>;

type FaultOf<R extends string> = R extends `${string}?${string}`
  ? Fault<"A route has no query string: pass query">
  : R extends `${string}#${string}`
    ? Fault<"A route has no hash">
    : R extends `${string} ${string} ${string}` | `${string}${"\t" | "\n" | "\r"}${string}`
      ? Fault<"A route has one space, after its method">
      : R extends `${string}\\${string}`
        ? Fault<"A route has no backslash">
        : HasParamsOnly<R> extends true
          ? unknown
          : Fault<"A route's parameters are written {name}">;

/** No value has this type: the compiler shows its text when it refuses a route. */
export interface Fault<Words extends string> {
  readonly fault: Words;
}

/** `"sessionId"` for `"GET /v1/sessions/{sessionId}"`. */
export type ParamNames<R extends string> = R extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParamNames<Rest>
  : never;

/** Whether all braces belong to parameters. */
type HasParamsOnly<P extends string> = P extends `${infer Before}{${infer After}`
  ? Before extends `${string}}${string}`
    ? false
    : After extends `${infer Name}}${infer Rest}`
      ? Name extends "" | `${string}${"{" | "/"}${string}`
        ? false
        : HasParamsOnly<Rest>
      : false
  : P extends `${string}}${string}`
    ? false
    : true;

const form = /^([A-Z]+) (\/(?:[^?#\s{}\\]|\{[^?#\s{}/\\]+\})*)$/;

/** Common mistakes, the first that applies first. */
const advice: readonly (readonly [wrong: RegExp, mend: string])[] = [
  [/^[a-z]+ /, "write the method in capitals"],
  [/^[A-Z]+ https?:/, "give the origin to createApi as baseUrl"],
  [/\?/, "pass what follows the ? as query"],
  [/#/, "leave out what follows the #"],
  [/ .*\s/, "leave one space, after the method"],
  [/\\/, "write / for \\"],
  [/[{}]/, "write each parameter as {name}"],
];

/**
 * Splits a route into method and path template.
 * @throws TypeError when it is not `"METHOD /path"`
 */
export function parseRoute(route: string): { method: Method; template: string } {
  const [, name, template] = form.exec(route) ?? [];
  const method = methods.find((known) => known === name);
  if (method !== undefined && template !== undefined) return { method, template };
  throw misuse(
    "route",
    route,
    () =>
      process.env.NODE_ENV !== "production" && [
        'must look like "GET /v1/sessions/{sessionId}"',
        advice.find(([wrong]) => wrong.test(route))?.[1],
      ],
  );
}
