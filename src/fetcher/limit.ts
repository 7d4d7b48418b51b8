import { misuse } from "../error/misuse.ts";

/**
 * Returns a limit, or the fallback if none is given. `Infinity` means no limit.
 * @throws TypeError for 0, negative numbers and NaN: as a time they mean "at once" to one timer and "never" to another
 */
export function limitOf(
  name: string,
  limit: number | undefined,
  fallback: number,
  unit: "milliseconds" | "bytes" = "milliseconds",
): number {
  if (limit === undefined) return fallback;
  if (typeof limit === "number" && limit > 0) return limit;
  throw misuse(
    name,
    limit,
    () =>
      process.env.NODE_ENV !== "production" &&
      `must be a positive number of ${unit}, or Infinity for no limit`,
  );
}
