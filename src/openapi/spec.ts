import type { Register } from "../error/register.ts";
import type { Fault, Method, Route, WellFormed } from "../error/route-form.ts";

/** Stands for the spec of an API that has none: any route, and whatever is asked of it. */
export interface NoSpec {
  readonly "~spec": "none";
}

type Wanted =
  "paths must be the interface of that name which openapi-typescript writes, with an operation in it";

/** Stands for what was registered as a spec and is none. Of its routes the compiler says so, and of nothing else. */
interface Unusable extends NoSpec {
  readonly "~registered": "unusable";
}

/** What cannot be in a route, as in the paths of some AWS specs, cannot be asked for by one. */
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

/** All routes of a spec. */
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

/** Compiles beside the options of an API that has a usable spec, or none. */
export type UsableWith<Paths> = true extends IsUsable<Paths> | IsNoSpec<Paths>
  ? unknown
  : Fault<`createApi<paths>: ${Wanted}`>;

/** The routes of an API: those of its spec, or any. */
export type RouteOf<Paths> = [Paths] extends [NoSpec]
  ? [Paths] extends [Unusable]
    ? `Register: ${Wanted}`
    : Route
  : SpecRoutes<Paths> & string;

/** A route of an API as an argument: what a spec names needs no look at its form. */
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
 * Whether this is what a type parameter for a route extends, and not a route: so it is where a misspelt one was given,
 * and then nothing else is to be said of the call.
 */
export type IsAnyRoute<Paths, R> = [RouteOf<Paths>] extends [R] ? IsUnion<RouteOf<Paths>> : false;

/** A route's operation in the spec. Not distributive: the compiler would look up those of all routes at each call. */
export type OperationOf<Paths, R> = [R] extends [`${infer Name} ${infer Path}`]
  ? Path extends keyof Paths
    ? Lowercase<Name> extends keyof Paths[Path]
      ? Paths[Path][Lowercase<Name>]
      : never
    : never
  : never;
