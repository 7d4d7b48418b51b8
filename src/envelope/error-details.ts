/** Deep enough for any list of field errors, too shallow to exhaust a stack that walks it later, JSON.stringify's included. */
const maxDepth = 16;

type Details = Readonly<Record<string, unknown>>;

/**
 * Keeps what may be carried along: an entry is dropped that is nested too deeply, would be a prototype, or holds a number
 * that JSON cannot carry on, as `1e999`, which it reads as Infinity, or a bigint, at which it throws.
 */
export function toErrorDetails(details: Details | undefined): Details | undefined {
  const entries = Object.entries(details ?? {}).filter(
    ([key, value]) => key !== "__proto__" && value !== undefined && isPortable(value, maxDepth),
  );
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function isPortable(value: unknown, levels: number): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || value === null) return typeof value !== "bigint";
  return levels > 0 && Object.values(value).every((child) => isPortable(child, levels - 1));
}
