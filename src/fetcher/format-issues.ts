import { readProperty } from "../error/read-property.ts";
import type { SchemaIssue } from "./standard-schema.ts";

const maxPlaces = 3;
/** How deep unions in unions are followed. */
const maxLevels = 5;

interface Place {
  path: readonly string[];
  message: string;
}

/**
 * One line that names the first three places where an answer does not match the schema. In Standard Schema, an issue
 * for a union or an unknown key has path and message of the object around it, and with zod/mini the message "Invalid
 * input", without the type. Libraries add more to their issues, and that is used if it is there.
 */
export function formatIssues(issues: readonly SchemaIssue[]): string {
  const places = issues.slice(0, maxPlaces).flatMap((issue) => placesIn(issue, [], maxLevels));
  return places
    .slice(0, maxPlaces)
    .map(({ path, message }) => `${path.join(".") || "the answer"}: ${message}`)
    .join("; ");
}

function placesIn(issue: SchemaIssue, above: readonly string[], levels: number): Place[] {
  const path = [...above, ...(issue.path ?? []).map(nameOf)];
  const inner = levels === 0 ? [] : closest(optionsIn(issue), path, levels - 1);
  if (inner.length > 0) return inner;
  const message = wordsOf(issue);
  const keys = listIn(issue, "keys");
  if (keys.length === 0) return [{ path, message }];
  return keys.map((key) => ({ path: [...path, String(key)], message }));
}

/** The issues of each option of a union: zod has a list of lists, valibot one list. */
function optionsIn(issue: SchemaIssue): SchemaIssue[][] {
  const options = listIn(issue, "errors").map((option) => (Array.isArray(option) ? option : []));
  const all = options.length > 0 ? options : listIn(issue, "issues").map((inner) => [inner]);
  return all.map((option) => option.filter(isIssue)).filter((option) => option.length > 0);
}

/** The issues of the options that match the answer furthest: the others were not meant. */
function closest(options: SchemaIssue[][], path: readonly string[], levels: number): Place[] {
  const told = options.map((option) => option.flatMap((inner) => placesIn(inner, path, levels)));
  const depthOf = (places: Place[]) => Math.max(...places.map((place) => place.path.length));
  const deepest = Math.max(...told.map(depthOf));
  return told.filter((places) => depthOf(places) === deepest).flat();
}

function wordsOf(issue: SchemaIssue): string {
  const expected = readProperty(issue, "expected");
  const isTold = typeof expected !== "string" || issue.message.includes(expected);
  return isTold ? issue.message : `${issue.message}, expected ${expected}`;
}

function nameOf(step: PropertyKey | { readonly key: PropertyKey }): string {
  return String(typeof step === "object" ? step.key : step);
}

function listIn(issue: SchemaIssue, key: "errors" | "issues" | "keys"): readonly unknown[] {
  const list = readProperty(issue, key);
  return Array.isArray(list) ? list : [];
}

function isIssue(value: unknown): value is SchemaIssue {
  const path = readProperty(value, "path");
  return (
    typeof readProperty(value, "message") === "string" &&
    (path === undefined || Array.isArray(path))
  );
}
