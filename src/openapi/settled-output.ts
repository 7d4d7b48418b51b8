import type { NoSpec } from "./spec.ts";
import type { SpecOutput } from "./spec-output.ts";

/** Stands for a type that the app has neither named nor given by a schema or a selection. */
export interface Unset {
  readonly "~type": "unset";
}

/** Of `any`, which is a type like others here, both ways hold. */
type IsUnset<Type> = 0 extends 1 & Type
  ? false
  : [Type, Unset] extends [Unset, Type]
    ? true
    : false;

/** `Type`, which nothing is inferred from. Unlike `NoInfer`, it is gone once that is known. */
export type Uninferred<Type> = [Type][Type extends unknown ? 0 : never];

/**
 * What a hook's query or mutation gives: what its schema gives or the app names; else what the spec says; and without a
 * spec what the app takes it for in its callbacks or in what it assigns the result to, which nobody checks.
 */
export type SettledOutput<Paths, R, Output, Taken> =
  IsUnset<Output> extends true
    ? [Paths] extends [NoSpec]
      ? Taken
      : Uninferred<SpecOutput<Paths, R>>
    : Uninferred<Output>;

/** What a selection, where there is one, makes of the output. */
export type SelectedData<Data, Output> = IsUnset<Data> extends true ? Output : Uninferred<Data>;

/** The same where the selection gives it. */
export type SelectionOf<Data, Output> = IsUnset<Data> extends true ? Uninferred<Output> : Data;

/** What a request resolves with: with a spec, what it is assigned to does not decide what it is. */
export type RequestOutput<Paths, Output> = [Paths] extends [NoSpec] ? Output : Uninferred<Output>;
