import type { AnyCode, RegisteredCode, RegisteredCodes } from "./spec-code.ts";

/** The codes of the Agntix API's error reference. They are stable. */
export const documentedCodes = [
  "SESSION_NOT_FOUND",
  "SESSION_EXPIRED",
  "SESSION_CREATION_ERROR",
  "INVALID_SESSION",
  "MESSAGES_HISTORY_ERROR",
  "MODELS_NOT_FOUND",
  "TOOLS_NOT_FOUND",
  "CONFIG_NOT_FOUND",
  "UNAUTHORIZED",
  "ABORT_ERROR",
  "GENERIC_ERROR",
] as const;

/** The codes of react-recourse itself, for failures without a code from the server. The API has `ABORT_ERROR` too. */
export const ownCodes = [
  "NETWORK_ERROR",
  "TIMEOUT",
  "ABORT_ERROR",
  "INVALID_RESPONSE",
  "UNKNOWN",
  "UNEXPECTED_ERROR",
  "HELD_BACK",
  "OUTDATED_PAGE",
] as const;

export type DocumentedCode = (typeof documentedCodes)[number];
export type OwnCode = (typeof ownCodes)[number];
export type KnownCode = DocumentedCode | OwnCode;

/** Any code. Editors complete the known ones; any other string is accepted, so that new codes need no release. */
export type ErrorCode = KnownCode | RegisteredCode | (string & {});

/** A code that an app may compare with. Once a registered spec names all of its codes, no other code compiles. */
export type AcceptedCode = [RegisteredCode] extends [never]
  ? ErrorCode
  : AnyCode extends RegisteredCodes
    ? ErrorCode
    : KnownCode | RegisteredCode;
