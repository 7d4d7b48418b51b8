import { formatNumber } from "./format-number.ts";

/**
 * Writes a wait in the language's own short form: `3 sec`, `2 min`, `1 hr`. Rounds up, so that it never promises too
 * early.
 */
export function formatDuration(durationMs: number, language: string): string {
  const seconds = Math.max(0, Math.ceil(durationMs / 1_000));
  if (seconds < 90) return formatNumber(seconds, language, "second");
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 90) return formatNumber(minutes, language, "minute");
  return formatNumber(Math.ceil(minutes / 60), language, "hour");
}
