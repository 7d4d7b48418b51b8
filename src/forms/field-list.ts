import { memberAt } from "../error/member-at.ts";
import type { FieldErrorSearch } from "./field-error-search.ts";
import { furtherItems, type ItemShape, itemShapes, usualWords } from "./field-error-shapes.ts";
import { type FieldPath, parseFieldPath } from "./field-path.ts";
import { entriesOf, itemsOf } from "./json-value.ts";
import { toMessageText } from "./message-text.ts";

/** Reads a list whose items each name a field: `[{ field: "name", message: "is short" }]`. Never throws. */
export function readFieldList(
  search: FieldErrorSearch,
  items: readonly unknown[],
  path: FieldPath = [],
): void {
  for (const item of items) search.enter(() => readItem(search, item, path));
}

/** Reads an error that itself is about one field, as Stripe's `param`. `words` is the message outside of it. */
export function readWhole(search: FieldErrorSearch, error: unknown, words?: string): void {
  const shape = shapeOf(
    error,
    itemShapes.filter(({ whole }) => whole),
  );
  if (shape) search.add(pathOf(error, shape), wordsOf(error, shape) ?? toMessageText(words));
}

function readItem(search: FieldErrorSearch, item: unknown, path: FieldPath): void {
  const shape = shapeOf(item, itemShapes);
  if (shape) {
    const steps = [...path, ...pathOf(item, shape)];
    search.add(steps, wordsOf(item, shape));
    if (shape.within !== undefined) readMember(search, item, shape.within, steps);
  }
  for (const member of furtherItems) readMember(search, item, member, path);
}

function readMember(search: FieldErrorSearch, item: unknown, member: string, path: FieldPath) {
  readFieldList(search, itemsOf(memberAt(item, member)) ?? [], path);
}

/**
 * The first line that fits decides which member names the field. Of the lines with that member, the first with words
 * counts.
 */
function shapeOf(item: unknown, shapes: readonly ItemShape[]): ItemShape | undefined {
  const fitting = shapes.filter(({ field, beside }) => {
    const isThere = beside === undefined || memberAt(item, beside) !== undefined;
    return isThere && isSpelling(memberAt(item, field));
  });
  const [first] = fitting;
  const alike = fitting.filter(({ field }) => field === first?.field);
  return alike.find((shape) => wordsOf(item, shape) !== undefined) ?? first;
}

function pathOf(item: unknown, { field, read = parseFieldPath }: ItemShape): FieldPath {
  return read(memberAt(item, field), item);
}

function wordsOf(item: unknown, { words = [] }: ItemShape): string | undefined {
  for (const member of words) {
    const value = memberAt(item, member);
    const text = toMessageText(value) ?? toMessageText(entriesOf(value)?.map(([, inner]) => inner));
    if (text !== undefined) return text;
  }
  return usualWords.map((member) => toMessageText(memberAt(item, member))).find(Boolean);
}

function isSpelling(value: unknown): boolean {
  return typeof value === "string" || itemsOf(value) !== undefined;
}
