/** A copy that lacks what is there but undefined: JSON has no place for it, and it would hide a default under it. */
export function withoutUndefined<T extends object>(fields: T): T {
  const kept = { ...fields };
  for (const key of Object.keys(kept))
    if (Reflect.get(kept, key) === undefined) Reflect.deleteProperty(kept, key);
  return kept;
}
