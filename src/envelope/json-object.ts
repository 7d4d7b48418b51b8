import { isPlainObject } from "../error/plain-object.ts";

/**
 * Gives the value's own entries; undefined when it is no plain object, of whatever realm.
 * @throws what a getter or a proxy of the value throws, of which parsed JSON has none
 */
export function parseJsonObject(value: unknown): Record<string, unknown> | undefined {
  if (typeof value !== "object" || value === null || !isPlainObject(value)) return undefined;
  // Set on the result, this one would become its prototype.
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== "__proto__"));
}
