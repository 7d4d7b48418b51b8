import { toApiError } from "../error/to-api-error.ts";
import { dotName, type FieldPath, parseFieldPath } from "./field-path.ts";

/** What an answer says of one field of what was sent. */
export interface FieldError {
  /** `["items", 0, "name"]` */
  path: FieldPath;
  /** The path with dots, as react-hook-form names fields: `items.0.name`. */
  name: string;
  /** The server's words. */
  message: string;
}

const maxFields = 100;
const maxDepth = 16;

/** Where APIs put them: a record by field (Rails, Laravel, zod's `flatten`), or a list (RFC 9457, FastAPI, JSON:API). */
const places = [
  "fields",
  "errors",
  "fieldErrors",
  "issues",
  "violations",
  "invalid-params",
  "detail",
  "details",
];

/** Drops a part that says where in the request a field was, not which one it is (FastAPI). */
const requestParts = new Set(["body", "query", "path", "header", "cookie"]);

/**
 * Reads which fields a failed call was about from its `details`, at most 100. Empty where the answer names none. Never
 * throws.
 *
 * - a record: `fields: { name: "is taken", email: ["is not valid"] }`
 * - a list with `pointer` (RFC 9457, 3), `path`, `loc`, `field` or `name`, and `message`, `detail`, `msg` or `reason`
 *
 * ```ts
 * fieldErrors(error); // [{ path: ["name"], name: "name", message: "is taken" }]
 * ```
 */
export function fieldErrors(thrown: unknown): readonly FieldError[] {
  const { details } = toApiError(thrown);
  if (!details) return [];
  for (const place of places) {
    const found = Object.hasOwn(details, place) ? readPlace(details[place]) : [];
    if (found.length > 0) return found.slice(0, maxFields);
  }
  return [];
}

function readPlace(value: unknown): FieldError[] {
  return Array.isArray(value) ? value.slice(0, maxFields).flatMap(readItem) : readRecord(value, []);
}

function readItem(item: unknown): FieldError[] {
  if (!isRecord(item)) return [];
  const path = pathOf(item);
  const message = messageOf(item);
  return path.length > 0 && message ? [fieldError(path, message)] : [];
}

/** A message, a list of messages, or fields of a field. */
function readRecord(value: unknown, path: FieldPath): FieldError[] {
  if (path.length > maxDepth) return [];
  const message = messageOf(value);
  if (message !== undefined) return path.length > 0 ? [fieldError(path, message)] : [];
  if (!isRecord(value)) return [];
  return Object.entries(value)
    .slice(0, maxFields)
    .flatMap(([key, inner]) => readRecord(inner, [...path, ...parseFieldPath(key)]));
}

function fieldError(path: FieldPath, message: string): FieldError {
  return { path, name: dotName(path), message };
}

/** Of several messages the first: a form has room for one. */
function messageOf(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const told = isRecord(first) ? first : { message: first };
  return texts(told, ["message", "detail", "msg", "reason", "title"])[0];
}

function pathOf(item: Record<string, unknown>): FieldPath {
  const source = isRecord(item["source"]) ? item["source"] : item;
  const spelling = [source["pointer"], ...names.map((name) => item[name])].find(isSpelling);
  const path = parseFieldPath(spelling);
  return Array.isArray(spelling) ? withoutRequestPart(path) : path;
}

function withoutRequestPart(path: FieldPath): FieldPath {
  const [first, ...rest] = path;
  return rest.length > 0 && typeof first === "string" && requestParts.has(first) ? rest : path;
}

const names = ["path", "loc", "field", "name", "property", "param", "key"];

const isSpelling = (value: unknown) =>
  Array.isArray(value) || (typeof value === "string" && value.trim() !== "");

function texts(source: Record<string, unknown>, keys: readonly string[]): string[] {
  const isText = (value: unknown) => typeof value === "string" && value.trim() !== "";
  return keys.map((key) => source[key]).filter((value): value is string => isText(value));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
