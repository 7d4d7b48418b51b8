import * as z from "zod/mini";
import { type ErrorKind, isErrorKind } from "../error/error-kind.ts";
import { parseRequestId } from "../error/request-id.ts";
import { isErrorCode } from "./is-error-code.ts";
import { parseJsonObject } from "./json-object.ts";

/** What an error body told: the envelope's fields, each of them optional. */
export interface ErrorBody {
  code?: string | undefined;
  message?: string | undefined;
  /** Text, or a whole number. */
  requestId?: unknown;
  details?: Record<string, unknown> | undefined;
  /** From `readError` only: what kind of failure it is, where the status does not tell. */
  kind?: ErrorKind | undefined;
}

const lenient = <T extends z.ZodMiniType>(schema: T) => z.catch(z.optional(schema), undefined);

/** A field of the wrong type is ignored, not a reason to lose the others. */
const field = {
  code: lenient(z.string().check(z.refine(isErrorCode))),
  message: lenient(z.string()),
};

/** Reads `{ error: { code, message, requestId } }` from a parsed body; undefined when it is none. Never throws. */
export function parseErrorEnvelope(body: unknown): ErrorBody | undefined {
  const error = parseJsonObject(parseJsonObject(body)?.["error"]);
  if (!error) return undefined;
  const { code, message, requestId, ...details } = error;
  return { ...readEnvelopeFields({ code, message, requestId }), details };
}

/** Checks what a `readError` gave, which may be code that nobody typed. Throws only what a getter of the value throws. */
export function parseErrorBody(told: unknown): ErrorBody | undefined {
  const body = parseJsonObject(told);
  if (!body) return undefined;
  const { kind, details } = body;
  return {
    ...readEnvelopeFields(body),
    details: parseJsonObject(details),
    kind: isErrorKind(kind) ? kind : undefined,
  };
}

/** Reads the three fields of an envelope; what is no usable one is undefined. */
export function readEnvelopeFields(source: Record<string, unknown>) {
  return {
    code: z.parse(field.code, source["code"]),
    message: z.parse(field.message, source["message"]),
    requestId: parseRequestId(source["requestId"]),
  };
}
