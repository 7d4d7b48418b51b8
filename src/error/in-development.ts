/**
 * Returns what only developers are told, and undefined in production.
 *
 * @param say begins with `process.env.NODE_ENV !== "production" &&`, written out: bundlers replace that by the mode and
 *   drop what follows. A page without a bundler has no `process`, and counts as production.
 */
export function inDevelopment<T>(say: () => T | false): T | undefined {
  try {
    return say() || undefined;
  } catch {
    return undefined;
  }
}
