import { warnOnce } from "../error/warn-once.ts";

export type TimeUnit = "second" | "minute" | "hour";

/**
 * Writes a number, or a time with a unit in its short form, in the language's way. Never throws: for a language that
 * `Intl` refuses (RangeError, ECMA-402) it uses the browser's own and warns once in development. Keeps the formatters,
 * since creating one is slow.
 */
export function formatNumber(value: number, language: string, unit?: TimeUnit): string {
  const key = `${language} ${unit ?? ""}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = createFormatter(language, unit);
    formatters.set(key, formatter);
  }
  return formatter.format(value);
}

const formatters = new Map<string, Intl.NumberFormat>();

function createFormatter(language: string, unit: TimeUnit | undefined): Intl.NumberFormat {
  const options: Intl.NumberFormatOptions = unit
    ? { style: "unit", unit, unitDisplay: "short" }
    : {};
  try {
    return new Intl.NumberFormat(language, options);
  } catch {
    warnOnce(
      () =>
        process.env.NODE_ENV !== "production" && [
          `language ${language}`,
          `catalog.language must be a BCP 47 tag, such as "pt-BR": got ${JSON.stringify(language)}`,
        ],
    );
    return new Intl.NumberFormat(undefined, options);
  }
}
