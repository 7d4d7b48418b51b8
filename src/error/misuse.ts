import { inDevelopment } from "./in-development.ts";

/** What was wanted, and how to fix it where that is not obvious. False in production. */
type Wanted = () => string | readonly [wanted: string, mend: string | undefined] | false;

/**
 * Makes the error for a value that cannot be used, in one line: what was wanted, what was given and how to fix it. It shows
 * the beginning of a string, and no content of an object. In production it has only the type of the value.
 *
 * @param of `"params.id"`
 * @param say `() => process.env.NODE_ENV !== "production" && "must be a non-empty string"`, as {@link inDevelopment} takes it
 */
export function misuse(of: string, got: unknown, say: Wanted): TypeError {
  return toError(
    of,
    inDevelopment(say),
    inDevelopment(() => process.env.NODE_ENV !== "production" && nameOf(got)) ?? typeOf(got),
  );
}

/** The same for a value that may be a secret: it shows no part of a string. */
export function secretMisuse(of: string, got: unknown, say: Wanted): TypeError {
  const name = inDevelopment(
    () =>
      process.env.NODE_ENV !== "production" && (typeof got === "string" ? "a string" : nameOf(got)),
  );
  return toError(of, inDevelopment(say), name ?? typeOf(got));
}

/** The same, with the caller's own words for what was given. In production it leaves them out. */
export function refusal(
  of: string,
  say: () => readonly [wanted: string, got: string, mend?: string | undefined] | false,
  options?: ErrorOptions,
): TypeError {
  const [wanted, got, mend] = inDevelopment(say) ?? [];
  return toError(of, wanted && [wanted, mend], got, options);
}

function toError(
  of: string,
  words: string | readonly [wanted: string, mend: string | undefined] = "cannot be used",
  got: string | undefined,
  options?: ErrorOptions,
): TypeError {
  const [wanted, mend] = [words].flat();
  const came = got === undefined ? "" : `: got ${got}`;
  return new TypeError(`${of} ${wanted}${came}${mend ? `; ${mend}` : ""}`, options);
}

/** Whether the value is an object, not an array or a function. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Checks that each of these options is a function or absent.
 * @param of whose options they are, for the message: `"bearer's "`
 * @throws TypeError for any other value
 */
export function requireFunctions<Name extends string>(
  options: Readonly<Partial<Record<Name, unknown>>>,
  names: readonly Name[],
  of = "",
): void {
  for (const name of names)
    if (options[name] !== undefined && typeof options[name] !== "function")
      throw misuse(
        `${of}${name}`,
        options[name],
        () => process.env.NODE_ENV !== "production" && "must be a function",
      );
}

function typeOf(value: unknown): string {
  return value === null ? "null" : typeof value;
}

const maxLength = 80;

/** What came, for developers. */
export function nameOf(value: unknown): string {
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
    // A revoked proxy, or a `Symbol.toStringTag` getter that throws.
    return "[object Object]";
  }
}
