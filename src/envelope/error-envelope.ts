import { isGivenCode, isServerCode } from "../error/code-form.ts";
import { type ErrorKind, isErrorKind } from "../error/error-kind.ts";
import { parseMessage } from "../error/parse-message.ts";
import { parseRequestId } from "../error/request-id.ts";
import { parseJsonObject } from "./json-object.ts";

/** What was read from the body of an error. Each field is optional. */
export interface ErrorBody {
  code?: string | undefined;
  message?: string | undefined;
  /** Text, or a whole number. */
  requestId?: unknown;
  details?: Record<string, unknown> | undefined;
  /** From `readError` only: the kind of the failure, if the status does not say it. */
  kind?: ErrorKind | undefined;
  /** From `readError` only: how long to wait before a retry, if the body says so. Ignored if there is no retry. */
  retryAfterMs?: number | undefined;
}

/**
 * Reads `{ error: { code, message, requestId } }` from a parsed body; undefined for any other body. Ignores a field of
 * the wrong type and keeps the others; an invalid code stays in the details. Never throws.
 */
export function parseErrorEnvelope(body: unknown): ErrorBody | undefined {
  const error = parseJsonObject(parseJsonObject(body)?.["error"]);
  if (!error) return undefined;
  const { code, message, requestId, ...details } = error;
  return { ...readEnvelopeFields({ message, requestId }), ...takeCode(code, details) };
}

/** Reads the three fields of an envelope; an invalid one becomes undefined. */
export function readEnvelopeFields({ code, message, requestId }: Record<string, unknown>) {
  return {
    code: isServerCode(code) ? code : undefined,
    message: parseMessage(message),
    requestId: parseRequestId(requestId),
  };
}

/** A server's code; or, if it is invalid, the details with it, since support may still understand it. */
export function takeCode(
  code: unknown,
  details: Record<string, unknown>,
): Pick<ErrorBody, "code" | "details"> {
  if (isServerCode(code)) return { code, details };
  const isNothing = code === undefined || code === null || code === "";
  return { details: isNothing ? details : { code, ...details } };
}

/** Checks what a `readError` returned, which may be untyped code. Throws only what a getter of the value throws. */
export function parseErrorBody(told: unknown): ErrorBody | undefined {
  const body = parseJsonObject(told);
  if (!body) return undefined;
  const { code, details, kind, retryAfterMs } = body;
  return {
    ...readEnvelopeFields(body),
    code: isGivenCode(code) ? code : undefined,
    details: parseJsonObject(details),
    kind: isErrorKind(kind) ? kind : undefined,
    retryAfterMs: isWait(retryAfterMs) ? retryAfterMs : undefined,
  };
}

/** Whether it is a usable wait: from 0 to the largest safe integer. */
function isWait(ms: unknown): ms is number {
  return typeof ms === "number" && ms >= 0 && ms <= Number.MAX_SAFE_INTEGER;
}
