import { bracketName, dotName, type FieldPath, parseFieldPath } from "./field-path.ts";

/** The fields of a form: their names or, for lists that grow, a function that knows them. */
export type FormFields<Name extends string> = readonly Name[] | ((name: string) => name is Name);

/**
 * Makes a function that finds a form's own name for a field of an answer; undefined if the form has no such field.
 *
 * - Names are compared by path, however either side spells it.
 * - If no name matches exactly, case is ignored, provided that only one field matches then: ASP.NET names
 *   `Items[0].Name` in its answer when `items[0].name` was sent, which it reads without regard to case
 *   (`JsonSerializerDefaults.Web`).
 * - A function is asked about each spelling: `spell`'s first, then with dots, then with brackets, then all three in
 *   camel case.
 */
export function createFieldFinder<Name extends string>(
  fields: FormFields<Name>,
  spell: (path: FieldPath) => string,
): (path: FieldPath) => Name | undefined {
  if (typeof fields === "function")
    return (path) => spellings(path, spell).find((name) => fields(name));
  const known = fields.map((name) => ({ name, key: keyOf(parseFieldPath(name)) }));
  return (path) => {
    const key = keyOf(path);
    const exact = known.find((field) => field.key === key);
    if (exact) return exact.name;
    const [alike, ...others] = known.filter((field) => isSameIgnoringCase(field.key, key));
    return others.length === 0 ? alike?.name : undefined;
  };
}

function spellings(path: FieldPath, spell: (path: FieldPath) => string): string[] {
  const ways = [spell, dotName, bracketName];
  return [path, path.map(camelCase)].flatMap((steps) => ways.map((way) => way(steps)));
}

const keyOf = (path: FieldPath) => JSON.stringify(path.map(String));

function isSameIgnoringCase(key: string, other: string): boolean {
  return key.toLowerCase() === other.toLowerCase();
}

/** As .NET's `JsonNamingPolicy.CamelCase` does: `Name` becomes `name`, `IOStream` `ioStream`, `ID` `id`. */
function camelCase(step: string | number): string | number {
  if (typeof step === "number") return step;
  return step.replace(/^[A-Z]+(?=[A-Z][^A-Z])|^[A-Z]+$|^[A-Z]/, (first) => first.toLowerCase());
}
