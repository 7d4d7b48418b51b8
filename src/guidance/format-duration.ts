/**
 * Writes a wait in the language's own short form, rounded up so that it never promises too early: `3 sec`, `2 min`,
 * `1 hr`. Formatters are kept, since making one is slow.
 */
export function formatDuration(durationMs: number, language: string): string {
  const seconds = Math.max(0, Math.ceil(durationMs / 1_000));
  if (seconds < 90) return formatter(language, "second").format(seconds);
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 90) return formatter(language, "minute").format(minutes);
  return formatter(language, "hour").format(Math.ceil(minutes / 60));
}

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(language: string, unit: "second" | "minute" | "hour"): Intl.NumberFormat {
  const key = `${language} ${unit}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "short" });
  formatters.set(key, made);
  return made;
}
