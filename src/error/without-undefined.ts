/** A copy without the properties that are undefined: JSON has none, and they would hide a default. */
export function withoutUndefined<T extends object>(fields: T): T {
  const kept = { ...fields };
  for (const key of Object.keys(kept))
    if (Reflect.get(kept, key) === undefined) Reflect.deleteProperty(kept, key);
  return kept;
}
