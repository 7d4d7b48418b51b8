import { type ApiError, isBranded } from "./api-error.ts";
import type { AcceptedCode } from "./error-code.ts";
import { readProperty } from "./read-property.ts";

/**
 * Whether a caught value is an `ApiError`, and, when codes are given, one of these. Sees errors of another realm or
 * another copy of the kit. One that `structuredClone` or JSON has been at is plain data: give it to `toApiError` first.
 * Once a spec is registered that names all of its codes, a misspelt one does not compile.
 */
export function isApiError<const Codes extends readonly AcceptedCode[]>(
  value: unknown,
  // The union is for editors: of `Codes` alone they offer nothing.
  ...codes: Codes | readonly AcceptedCode[]
): value is ApiError & (Codes extends readonly [] ? unknown : { code: Codes[number] }) {
  if (!isBranded(value)) return false;
  return codes.length === 0 || codes.some((code) => code === readProperty(value, "code"));
}
