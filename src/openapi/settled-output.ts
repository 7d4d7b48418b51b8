import type { NoSpec } from "./spec.ts";
import type { SpecOutput } from "./spec-output.ts";

/** Stands for a type that the app has not named and that neither a schema nor a `select` gives. */
export interface Unset {
  readonly "~type": "unset";
}

/** `any`, which is a type like others here, would be both: hence the first check. */
type IsUnset<Type> = 0 extends 1 & Type
  ? false
  : [Type, Unset] extends [Unset, Type]
    ? true
    : false;

/** `Type`, but nothing is inferred from it. Unlike with `NoInfer`, nothing is left of this once `Type` is known. */
export type Uninferred<Type> = [Type][Type extends unknown ? 0 : never];

/**
 * The output of a hook's query or mutation: what its schema gives or the app names; else what the spec says; without a
 * spec, what the app expects in its callbacks or where it assigns the result, which nobody checks.
 */
export type SettledOutput<Paths, R, Output, Taken> =
  IsUnset<Output> extends true
    ? [Paths] extends [NoSpec]
      ? Taken
      : Uninferred<SpecOutput<Paths, R>>
    : Uninferred<Output>;

/** What `select` makes of the output, or the output if there is no `select`. */
export type SelectedData<Data, Output> = IsUnset<Data> extends true ? Output : Uninferred<Data>;

/** The same, where it is inferred from `select`. */
export type SelectionOf<Data, Output> = IsUnset<Data> extends true ? Uninferred<Output> : Data;

/** What a request resolves to. With a spec, the place that it is assigned to does not change the type. */
export type RequestOutput<Paths, Output> = [Paths] extends [NoSpec] ? Output : Uninferred<Output>;
