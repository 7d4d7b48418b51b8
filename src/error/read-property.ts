/** Reads a property of anything. Never throws, as a getter, a proxy or `null` would. */
export function readProperty(source: unknown, key: PropertyKey): unknown {
  if ((typeof source !== "object" && typeof source !== "function") || source === null)
    return undefined;
  try {
    return Reflect.get(source, key);
  } catch {
    return undefined;
  }
}
