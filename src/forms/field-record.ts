import { memberAt } from "../error/member-at.ts";
import type { FieldErrorSearch } from "./field-error-search.ts";
import { type ErrorObject, errorObjects, keyPath } from "./field-error-shapes.ts";
import type { FieldPath } from "./field-path.ts";
import { entriesOf, itemsOf } from "./json-value.ts";
import { toMessageText } from "./message-text.ts";

/**
 * Reads messages by field, nested too: `{ name: ["is short"], items: [{}, { price: ["…"] }] }`. Also reads zod's
 * reports, which are such records in their own ways. Never throws.
 */
export function readFieldRecord(
  search: FieldErrorSearch,
  value: unknown,
  path: FieldPath = [],
): void {
  search.enter(() => {
    const message = messageOf(value);
    if (message !== undefined) search.add(path, message);
    else if (isZodTree(value)) readZodTree(search, value, path);
    else if (isFlattened(value)) readFieldRecord(search, memberAt(value, "fieldErrors"), path);
    else
      for (const [steps, inner] of childrenOf(value))
        readFieldRecord(search, inner, [...path, ...steps]);
  });
}

/** A result of zod's `formatError`, which has an `_errors` list at each level, or of `treeifyError`. */
export function isZodReport(value: unknown): boolean {
  return isZodTree(value) || itemsOf(memberAt(value, "_errors")) !== undefined;
}

/** The message in a text, in an object that is an error, or in a list of either. */
export function messageOf(value: unknown): string | undefined {
  return toMessageText(value) ?? errorObjectText(value) ?? errorObjectText(itemsOf(value)?.[0]);
}

/** The values inside a field: the records in a list by index, the members of an object by name. */
function childrenOf(value: unknown): readonly (readonly [FieldPath, unknown])[] {
  const items = itemsOf(value) ?? [];
  const records = items.flatMap((item, index) =>
    entriesOf(item) ? [[[index], item] as const] : [],
  );
  const members = entriesOf(value) ?? [];
  return [...records, ...members.map(([key, inner]) => [keyPath(key), inner] as const)];
}

function errorObjectText(value: unknown): string | undefined {
  const shape = errorObjects.find((known) => isErrorObject(value, known));
  return shape && toMessageText(memberAt(value, shape.words));
}

function isErrorObject(value: unknown, { words, beside, open }: ErrorObject): boolean {
  if (typeof memberAt(value, words) !== "string") return false;
  const isNamed = beside.every((member) => isNameOfThing(memberAt(value, member)));
  return isNamed && (open || entriesOf(value)?.length === beside.length + 1);
}

function isNameOfThing(name: unknown): boolean {
  return typeof name === "number" || (typeof name === "string" && /^\S+$/.test(name));
}

function isFlattened(value: unknown): boolean {
  return itemsOf(memberAt(value, "formErrors")) !== undefined;
}

function isZodTree(value: unknown): boolean {
  if (itemsOf(memberAt(value, "errors")) === undefined) return false;
  return (
    entriesOf(memberAt(value, "properties")) !== undefined ||
    itemsOf(memberAt(value, "items")) !== undefined
  );
}

/** `{ errors: […], properties: { name: … }, items: [null, …] }` */
function readZodTree(search: FieldErrorSearch, node: unknown, path: FieldPath): void {
  search.enter(() => {
    search.add(path, toMessageText(memberAt(node, "errors")));
    for (const [steps, child] of childrenOf(memberAt(node, "properties")))
      readZodTree(search, child, [...path, ...steps]);
    for (const [steps, child] of childrenOf(memberAt(node, "items")))
      readZodTree(search, child, [...path, ...steps]);
  });
}
