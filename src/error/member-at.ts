import { readProperty } from "./read-property.ts";

/** A member of anything, also one further in: `source.pointer`. Never throws. */
export function memberAt(value: unknown, path: string): unknown {
  return path.split(".").reduce(readProperty, value);
}
