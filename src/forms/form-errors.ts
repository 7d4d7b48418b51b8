import { type FieldError, fieldErrors } from "./field-errors.ts";

export interface FormErrorOptions<Name extends string> {
  /** The form's fields. What the answer says of others is left out: the error card tells of it. */
  fields: readonly Name[] | ((name: string) => name is Name);
  /** Makes the words that are shown, as `({ name, message }) => t(name, message)`. Default: the server's message. */
  toMessage?: (error: FieldError) => string;
}

/**
 * Puts what an answer says of fields on a react-hook-form, and the focus on the first of them.
 * @returns the names of the fields; empty where the card has to tell all
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
  const known = fieldsOf(thrown, options, ({ name }) => name);
  for (const [index, [name, message]] of known.entries())
    setError(name, { type: "server", message }, { shouldFocus: index === 0 });
  return known.map(([name]) => name);
}

/**
 * What an answer says of fields, as a TanStack Form validator gives it; undefined where it says nothing of these.
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
  const known = fieldsOf(thrown, options, ({ path }) => bracketName(path));
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
  nameOf: (error: FieldError) => string,
): [Name, string][] {
  const named = new Map<Name, string>();
  for (const error of fieldErrors(thrown)) {
    const name = nameOf(error);
    const known =
      typeof fields === "function"
        ? fields(name)
          ? name
          : undefined
        : fields.find((field) => field === name);
    if (known !== undefined && !named.has(known)) named.set(known, toMessage(error));
  }
  return [...named];
}

/** `items[0].name`, as TanStack Form names fields. */
function bracketName(path: FieldError["path"]): string {
  return path.reduce<string>((name, step) => {
    if (typeof step === "number") return `${name}[${step}]`;
    return name === "" ? step : `${name}.${step}`;
  }, "");
}
