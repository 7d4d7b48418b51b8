import { readProperty } from "../error/read-property.ts";

/** A field's place in the input: `["items", 0, "name"]`. */
export type FieldPath = readonly (string | number)[];

/** Longer than any form's field. A longer path is read as no field: cut short, it would name another one. */
const maxSteps = 16;
const maxLength = 2_000;

/**
 * Reads the spellings of a field by servers and forms. Empty if it names no field. Never throws.
 *
 * - `items.0.name` and `items[0].name` (react-hook-form, TanStack Form), `items[0][name]` (Rails, Stripe)
 * - `/items/0/name` and `#/items/0/name`: JSON Pointer (RFC 6901, 3 and 6)
 * - `$.items[0].name` and `$['items'][0]['name']`: JSONPath (RFC 9535), as in the errors of System.Text.Json
 * - `["items", 0, "name"]`, as JSON text too, and `[{ key: "items" }]` (Standard Schema's `PathSegment`)
 */
export function parseFieldPath(spelling: unknown): FieldPath {
  const steps = typeof spelling === "string" ? parseText(spelling) : parseSteps(spelling);
  return steps.length > maxSteps ? [] : steps;
}

/** `items.0.name`, as react-hook-form names fields. */
export function dotName(path: FieldPath): string {
  return path.join(".");
}

/** `items[0].name`, as TanStack Form names fields. */
export function bracketName(path: FieldPath): string {
  return path.reduce<string>((name, step) => {
    if (typeof step === "number") return `${name}[${step}]`;
    return name === "" ? step : `${name}.${step}`;
  }, "");
}

function parseText(text: string): FieldPath {
  if (text.length > maxLength) return [];
  if (text.startsWith("/")) return parsePointer(text);
  if (text.startsWith("#")) return parsePointer(decode(text.slice(1)));
  return parseJsonSteps(text) ?? parseName(text.replace(/^\$(?=[.[]|$)/, ""));
}

function parsePointer(pointer: string): FieldPath {
  const steps = pointer.split("/").filter((step) => step !== "");
  return steps.map((step) => toStep(step.replaceAll("~1", "/").replaceAll("~0", "~")));
}

/** In a quoted name, dots and brackets are part of the name. */
function parseName(name: string): FieldPath {
  const steps = name.matchAll(/\["([^"]*)"\]|\['([^']*)'\]|([^.[\]]+)/g);
  return Array.from(steps, ([, double, single, bare]) => toStep(double ?? single ?? bare ?? ""));
}

function parseJsonSteps(text: string): FieldPath | undefined {
  if (!text.startsWith("[")) return undefined;
  try {
    return parseSteps(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function parseSteps(value: unknown): FieldPath {
  const length = readProperty(value, "length");
  if (typeof length !== "number" || length > maxSteps) return [];
  return Array.from({ length }, (_, index) => readProperty(value, index)).flatMap((segment) => {
    const step = typeof segment === "object" ? readProperty(segment, "key") : segment;
    return isStep(step) ? [toStep(step)] : [];
  });
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function isStep(step: unknown): step is string | number {
  return typeof step === "string" || (typeof step === "number" && Number.isFinite(step));
}

/** An index is a number, as in an array's path; `007` is a name. */
function toStep(step: string | number): string | number {
  return typeof step === "string" && /^(?:0|[1-9]\d{0,8})$/.test(step) ? Number(step) : step;
}
