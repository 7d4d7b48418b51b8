import { itemsOf } from "./json-value.ts";

/**
 * Controls, halves of surrogate pairs, and what makes text run the other way (UAX 9, 2). Joiners stay: Persian and
 * Hindi are spelt with them, and emoji made of them.
 */
const unwanted = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu;

/**
 * The words for people in what an answer holds: a text, or of a list of texts the first, as a form has room for one.
 * White space is one space and control characters are dropped; undefined where nothing is left. Never throws.
 */
export function toMessageText(value: unknown): string | undefined {
  if (typeof value === "string")
    return value.replace(/\s+/g, " ").replace(unwanted, "").trim() || undefined;
  const items = itemsOf(value) ?? [];
  return items
    .map((item) => (typeof item === "string" ? toMessageText(item) : undefined))
    .find(Boolean);
}
