/** Reads a property of any value. Never throws, even for `null`, a proxy or a getter that throws. */
export function readProperty(source: unknown, key: PropertyKey): unknown {
  if ((typeof source !== "object" && typeof source !== "function") || source === null)
    return undefined;
  try {
    return Reflect.get(source, key);
  } catch {
    return undefined;
  }
}
