import { readProperty } from "./read-property.ts";

/** Reads a member of any value, also a nested one: `source.pointer`. Never throws. */
export function memberAt(value: unknown, path: string): unknown {
  return path.split(".").reduce(readProperty, value);
}
