import type { FieldError } from "./field-error-search.ts";
import { fieldErrors } from "./field-errors.ts";
import { bracketName, dotName, type FieldPath } from "./field-path.ts";
import { createFieldFinder, type FormFields } from "./form-field.ts";

export interface FormErrorOptions<Name extends string> {
  /**
   * The form's fields. Errors of other fields are left out: the error card shows those. Names are compared by path: an
   * answer's `items.0.name` or `/items/0/name` matches the form's `items[0].name`, and is returned in that spelling.
   */
  fields: FormFields<Name>;
  /** Makes the message that is shown, as `({ name, message }) => t(name, message)`. Default: the server's message. */
  toMessage?: (error: FieldError) => string;
}

/**
 * Sets an answer's field errors on a react-hook-form, and focuses the first of those fields.
 * @returns the names of the fields; if empty, the error card has to show everything
 *
 * ```ts
 * onError: (error) => setFormErrors(error, form.setError, { fields: ["name", "email"] }),
 * ```
 */
export function setFormErrors<Name extends string>(
  thrown: unknown,
  setError: (
    name: Name,
    error: { type: string; message: string },
    options?: { shouldFocus: boolean },
  ) => void,
  options: FormErrorOptions<Name>,
): readonly Name[] {
  const known = fieldsOf(thrown, options, dotName);
  for (const [index, [name, message]] of known.entries())
    setError(name, { type: "server", message }, { shouldFocus: index === 0 });
  return known.map(([name]) => name);
}

/**
 * An answer's field errors, as a TanStack Form validator returns them; undefined if there is none for these fields.
 *
 * ```ts
 * validators: {
 *   onSubmitAsync: ({ value }) =>
 *     save.mutateAsync({ body: value }).then(() => undefined, (error) => toFormErrors(error, { fields: ["name"] })),
 * }
 * ```
 */
export function toFormErrors<Name extends string>(
  thrown: unknown,
  options: FormErrorOptions<Name>,
): { fields: Partial<Record<Name, string>> } | undefined {
  const known = fieldsOf(thrown, options, bracketName);
  if (known.length === 0) return undefined;
  const fields: Partial<Record<Name, string>> = {};
  for (const [name, value] of known)
    Object.defineProperty(fields, name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  return { fields };
}

function fieldsOf<Name extends string>(
  thrown: unknown,
  { fields, toMessage = ({ message }) => message }: FormErrorOptions<Name>,
  spell: (path: FieldPath) => string,
): [Name, string][] {
  const find = createFieldFinder(fields, spell);
  const named = new Map<Name, string>();
  for (const error of fieldErrors(thrown)) {
    const name = find(error.path);
    if (name !== undefined && !named.has(name)) named.set(name, toMessage(error));
  }
  return [...named];
}
