/** A number of the options, or the least that it may be; the fallback where none was given. */
export function atLeast(least: number, value: number | undefined, fallback: number): number {
  return value === undefined || Number.isNaN(value) ? fallback : Math.max(least, value);
}
