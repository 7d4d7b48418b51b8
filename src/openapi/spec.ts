import type { Register } from "../error/register.ts";
import type { Fault, Method, Route, WellFormed } from "../error/route-form.ts";

/** Stands for the missing spec of an API: any route, with any input. */
export interface NoSpec {
  readonly "~spec": "none";
}

type Wanted =
  "paths must be the interface of that name which openapi-typescript writes, with an operation in it";

/** Stands for registered `paths` that are no spec: the compiler reports that at each route, and nothing else. */
interface Unusable extends NoSpec {
  readonly "~registered": "unusable";
}

/** The paths that can be in a route. Some AWS specs have others, which cannot be called. */
type UsablePath<Paths> = Exclude<
  keyof Paths & `/${string}`,
  `${string}${"?" | "#" | " " | "\\"}${string}`
>;

type RoutesAt<Path extends string, Item> = {
  [Name in keyof Item & Lowercase<Method>]: [Item[Name]] extends [never]
    ? never
    : Item[Name] extends { responses: unknown }
      ? `${Uppercase<Name>} ${Path}`
      : never;
}[keyof Item & Lowercase<Method>];

type SpecRoutes<Paths> = {
  [Path in UsablePath<Paths>]: RoutesAt<Path, Paths[Path]>;
}[UsablePath<Paths>];

type IsAny<Type> = 0 extends 1 & Type ? true : false;

type IsUsable<Paths> =
  IsAny<Paths> extends true ? false : [SpecRoutes<Paths>] extends [never] ? false : true;

/** The spec that {@link Register} names, for the hooks. */
export type RegisteredPaths = Register extends { paths: infer Paths }
  ? IsUsable<Paths> extends true
    ? Paths
    : Unusable
  : NoSpec;

type IsNoSpec<Paths> = [Paths, NoSpec, IsAny<Paths>] extends [NoSpec, Paths, false] ? true : false;

/** Compiles only for an API with a usable spec, or with none. */
export type UsableWith<Paths> = true extends IsUsable<Paths> | IsNoSpec<Paths>
  ? unknown
  : Fault<`createApi<paths>: ${Wanted}`>;

/** The routes of an API: those of its spec, or any. */
export type RouteOf<Paths> = [Paths] extends [NoSpec]
  ? [Paths] extends [Unusable]
    ? `Register: ${Wanted}`
    : Route
  : SpecRoutes<Paths> & string;

/** A route as an argument. Its form is checked only without a spec. */
export type RouteArg<Paths, R extends string> = [Paths] extends [NoSpec] ? WellFormed<R> : R;

type IsUnion<Type, Whole = Type> = true extends (
  Type extends unknown
    ? [Whole] extends [Type]
      ? false
      : true
    : false
)
  ? true
  : false;

/**
 * Whether `R` is the union of all routes instead of one: it is if the given route is misspelt, and then the compiler
 * should report only that.
 */
export type IsAnyRoute<Paths, R> = [RouteOf<Paths>] extends [R] ? IsUnion<RouteOf<Paths>> : false;

/** A route's operation in the spec. Not distributive: else the compiler would look up all routes at each call. */
export type OperationOf<Paths, R> = [R] extends [`${infer Name} ${infer Path}`]
  ? Path extends keyof Paths
    ? Lowercase<Name> extends keyof Paths[Path]
      ? Paths[Path][Lowercase<Name>]
      : never
    : never
  : never;
