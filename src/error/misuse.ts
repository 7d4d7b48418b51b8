/**
 * The error for a caller that gave something which cannot be used, in one line: what was wanted, what came and, where
 * that does not go without saying, how to mend it. Of objects it shows no content, of texts the beginning.
 *
 * @param wanted `"params.id must be a non-empty string"`
 */
export function misuse(
  wanted: string,
  got: unknown,
  { mend, isSecret = false }: { mend?: string | undefined; isSecret?: boolean } = {},
): TypeError {
  const name = isSecret && typeof got === "string" ? "a string" : nameOf(got);
  return new TypeError(`${wanted}: got ${name}${mend === undefined ? "" : `; ${mend}`}`);
}

/** An object with options, and not a list or a function. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Lets options through that are functions or absent.
 * @param of whose they are, for the message: `"bearer's "`
 * @throws TypeError for anything else
 */
export function requireFunctions<Name extends string>(
  options: Readonly<Partial<Record<Name, unknown>>>,
  names: readonly Name[],
  of = "",
): void {
  for (const name of names)
    if (options[name] !== undefined && typeof options[name] !== "function")
      throw misuse(`${of}${name} must be a function`, options[name]);
}

const maxLength = 80;

function nameOf(value: unknown): string {
  if (typeof value === "string")
    return JSON.stringify(value.length > maxLength ? `${value.slice(0, maxLength - 1)}…` : value);
  if (typeof value === "function" || (typeof value === "object" && value !== null))
    return tagOf(value);
  return String(value);
}

function tagOf(value: object): string {
  try {
    return Object.prototype.toString.call(value);
  } catch {
    // A proxy that has been revoked, or a tag of its own that throws.
    return "[object Object]";
  }
}
