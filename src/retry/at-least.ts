/** An option's number, raised to its minimum; the fallback if none is given. */
export function atLeast(least: number, value: number | undefined, fallback: number): number {
  return value === undefined || Number.isNaN(value) ? fallback : Math.max(least, value);
}
