import { isPlainObject } from "../error/plain-object.ts";

/**
 * The value's own entries; undefined unless it is a plain object, of any realm.
 * @throws what a getter or a proxy in the value throws; parsed JSON has none
 */
export function parseJsonObject(value: unknown): Record<string, unknown> | undefined {
  if (typeof value !== "object" || value === null || !isPlainObject(value)) return undefined;
  // Whoever assigns a `__proto__` to another object sets that object's prototype.
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== "__proto__"));
}
