/** Deep enough for any list of field errors, too shallow to exhaust a stack that walks it later, JSON.stringify's included. */
const maxDepth = 16;

type Details = Readonly<Record<string, unknown>>;

/** Keeps what may be carried along: an entry that is nested too deeply, or would be a prototype, is dropped. */
export function toErrorDetails(details: Details | undefined): Details | undefined {
  const entries = Object.entries(details ?? {}).filter(
    ([key, value]) => key !== "__proto__" && value !== undefined && isShallow(value, maxDepth),
  );
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return levels > 0 && Object.values(value).every((child) => isShallow(child, levels - 1));
}
