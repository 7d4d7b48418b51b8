import { itemsOf } from "./json-value.ts";

/**
 * Control characters, halves of surrogate pairs, and characters that change the direction of text (UAX 9, 2). Joiners
 * stay: Persian, Hindi and emoji need them.
 */
const unwanted = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu;

/**
 * The message for people in a part of an answer: a text, or the first text of a list, since a form has room for one.
 * White space becomes one space, and control characters are removed; undefined if nothing is left. Never throws.
 */
export function toMessageText(value: unknown): string | undefined {
  if (typeof value === "string")
    return value.replace(/\s+/g, " ").replace(unwanted, "").trim() || undefined;
  const items = itemsOf(value) ?? [];
  return items
    .map((item) => (typeof item === "string" ? toMessageText(item) : undefined))
    .find(Boolean);
}
