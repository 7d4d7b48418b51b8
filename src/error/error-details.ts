import { isPlainObject } from "./plain-object.ts";

/** Deep enough for any list of field errors, too shallow to overflow the stack later, for example in JSON.stringify. */
const maxDepth = 16;

type Details = Readonly<Record<string, unknown>>;

/**
 * Keeps the entries that can be read and written as JSON later without throwing. It drops an entry whose getter or
 * proxy throws, that contains itself, is nested too deeply, is named `__proto__`, or contains a number that JSON cannot
 * represent: `1e999`, which is parsed as Infinity, or a bigint, at which JSON.stringify throws. Instances of classes
 * are kept as they are. Never throws.
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
      // Its getter, a getter inside of it, or a proxy threw.
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
 * @param levels how many more levels of nesting are allowed
 * @param portable objects found portable, with the `levels` they were checked with: a shared one is walked once
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
