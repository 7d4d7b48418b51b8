import { isPlainObject } from "./plain-object.ts";

/** Deep enough for any list of field errors, too shallow to exhaust a stack that walks it later, JSON.stringify's included. */
const maxDepth = 16;

type Details = Readonly<Record<string, unknown>>;

/**
 * Keeps what may be carried along and written down later without throwing: an entry is dropped that cannot be read, as a
 * getter or a proxy may refuse, that holds itself, is nested too deeply, would be a prototype, or holds a number that JSON
 * cannot carry on, as `1e999`, which it reads as Infinity, or a bigint, at which it throws. Instances of classes are kept as
 * they are. Never throws.
 */
export function toErrorDetails(details: unknown): Details | undefined {
  const kept: [string, unknown][] = [];
  const portable = new Map<object, number>();
  for (const key of keysOf(details)) {
    if (key === "__proto__") continue;
    try {
      const value = Reflect.get(Object(details), key);
      if (value !== undefined && isPortable(value, maxDepth, portable)) kept.push([key, value]);
    } catch {
      // Its getter, or one further in, or a proxy there.
    }
  }
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

function keysOf(details: unknown): string[] {
  if (typeof details !== "object" || details === null) return [];
  try {
    return Array.isArray(details) ? [] : Object.keys(details);
  } catch {
    return [];
  }
}

/**
 * @param levels how many more may follow
 * @param portable what was found to be so, with the levels that were left for it: what is shared is walked once
 */
function isPortable(value: unknown, levels: number, portable: Map<object, number>): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || value === null) return typeof value !== "bigint";
  const isPlain = Array.isArray(value) || isPlainObject(value);
  if (!isPlain || (portable.get(value) ?? Number.POSITIVE_INFINITY) <= levels) return true;
  if (levels === 0) return false;
  const children = Object.values(value);
  if (!children.every((child) => isPortable(child, levels - 1, portable))) return false;
  portable.set(value, levels);
  return true;
}
