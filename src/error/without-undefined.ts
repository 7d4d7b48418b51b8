/** A copy without the properties that are undefined: JSON has none, and they would hide a default. */
export function withoutUndefined<T extends object>(fields: T): T {
  // Deleting from a copy would cost more, since engines keep that as a dictionary. The names are those of T, which
  // `fromEntries` does not tell.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
