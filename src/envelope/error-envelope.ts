import * as z from "zod/mini";
import { isErrorCode } from "./is-error-code.ts";

/** What an error body told: the envelope's fields, each of them optional. */
export interface ErrorBody {
  code?: string | undefined;
  message?: string | undefined;
  requestId?: unknown;
  details?: Record<string, unknown> | undefined;
}

const lenient = <T extends z.ZodMiniType>(schema: T) => z.catch(z.optional(schema), undefined);

const fields = {
  code: lenient(z.string().check(z.refine(isErrorCode))),
  message: lenient(z.string()),
  requestId: lenient(z.string()),
};

/** `{ error: { code, message, requestId } }`. A field of the wrong type is ignored, not a reason to lose the others. */
const envelope = z.object({ error: z.looseObject(fields) });

const errorBody = z.object({
  ...fields,
  details: lenient(z.record(z.string(), z.unknown())),
});

/** Reads the envelope from a parsed body; undefined when there is none. Never throws. */
export function parseErrorEnvelope(body: unknown): ErrorBody | undefined {
  const parsed = z.safeParse(envelope, body);
  if (!parsed.success) return undefined;
  const { code, message, requestId, ...details } = parsed.data.error;
  return { code, message, requestId, details };
}

/** Checks what a `readError` gave, which may be code that nobody typed. Throws only what a getter of the value throws. */
export function parseErrorBody(told: unknown): ErrorBody | undefined {
  const parsed = z.safeParse(errorBody, told);
  return parsed.success ? parsed.data : undefined;
}
