import { misuse } from "../error/misuse.ts";
/**
 * Gives a time limit in milliseconds, or the fallback where none was set. `Infinity` means none at all.
 * @throws TypeError for 0, negative numbers and NaN, which mean "at once" to one timer and "never" to another
 */
export function timeLimitMs(name: string, limitMs: number | undefined, fallbackMs: number): number {
  if (limitMs === undefined) return fallbackMs;
  if (typeof limitMs === "number" && limitMs > 0) return limitMs;
  throw misuse(
    name,
    limitMs,
    () =>
      process.env.NODE_ENV !== "production" &&
      "must be a positive number of milliseconds, or Infinity for no limit",
  );
}
