import { type ApiError, isBranded } from "./api-error.ts";
import type { AcceptedCode } from "./error-code.ts";
import { readProperty } from "./read-property.ts";

/**
 * Whether a caught value is an `ApiError` and, if you give codes, has one of them. Also recognises errors from another
 * realm or another copy of the package. What `structuredClone` or JSON made of an error is plain data: give it to
 * `toApiError` first. If a registered spec names all of its codes, a misspelt code does not compile.
 */
export function isApiError<const Codes extends readonly AcceptedCode[]>(
  value: unknown,
  // The union is for editors: with `Codes` alone they complete nothing.
  ...codes: Codes | readonly AcceptedCode[]
): value is ApiError & (Codes extends readonly [] ? unknown : { code: Codes[number] }) {
  if (!isBranded(value)) return false;
  return codes.length === 0 || codes.some((code) => code === readProperty(value, "code"));
}
