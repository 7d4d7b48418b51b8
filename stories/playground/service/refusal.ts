import type { DocumentedCode } from "react-recourse/core";
import type { ErrorResponseOptions } from "react-recourse/msw";

/** Thrown by a rule of the service: becomes an answer with the error envelope. */
export class Refusal extends Error {
  override readonly name = "Refusal";

  constructor(
    readonly codeOrStatus: DocumentedCode | number,
    readonly options: ErrorResponseOptions = {},
  ) {
    super(options.message ?? String(codeOrStatus));
  }
}

/** A body or query that can be read and breaks a rule of a field. */
export function invalidFields(fields: Record<string, string>): Refusal {
  return new Refusal(422, {
    code: "VALIDATION_FAILED",
    message: "Some fields are not valid.",
    details: { fields },
  });
}

/** A name that is taken. */
export function duplicateName(what: string, name: string): Refusal {
  return new Refusal(409, {
    code: "DUPLICATE_NAME",
    message: `${what} named "${name}" exists already.`,
    details: { name },
  });
}
