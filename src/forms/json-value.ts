import { readProperty } from "../error/read-property.ts";

/** More than any form has fields. */
const maxEntries = 100;

/**
 * The first 100 items of a list; undefined if it is not a list. Never throws, even for a getter or a revoked proxy that
 * does.
 */
export function itemsOf(value: unknown): readonly unknown[] | undefined {
  if (!isList(value)) return undefined;
  const length = readProperty(value, "length");
  const count = typeof length === "number" ? Math.min(length, maxEntries) : 0;
  return Array.from({ length: count }, (_, index) => readProperty(value, index));
}

/** The first 100 members of an object that is not a list; undefined for any other value. Never throws. */
export function entriesOf(value: unknown): readonly (readonly [string, unknown])[] | undefined {
  if (typeof value !== "object" || value === null || isList(value)) return undefined;
  return keysOf(value).map((key) => [key, readProperty(value, key)]);
}

function isList(value: unknown): boolean {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}

function keysOf(value: object): readonly string[] {
  try {
    return Object.keys(value).slice(0, maxEntries);
  } catch {
    return [];
  }
}
