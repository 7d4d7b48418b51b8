import * as z from "zod/mini";

/** What an error body told: the envelope's fields, each of them optional. */
export interface ErrorBody {
  code?: string | undefined;
  message?: string | undefined;
  requestId?: unknown;
  details?: Record<string, unknown> | undefined;
}

const maxCodeLength = 128;

const lenient = <T extends z.ZodMiniType>(schema: T) => z.catch(z.optional(schema), undefined);

/** `{ error: { code, message, requestId } }`. A field of the wrong type is ignored, not a reason to lose the others. */
const envelope = z.object({
  error: z.looseObject({
    code: lenient(z.string().check(z.minLength(1), z.maxLength(maxCodeLength))),
    message: lenient(z.string()),
    requestId: lenient(z.string()),
  }),
});

/** Reads the envelope from a parsed body; undefined when there is none. Never throws. */
export function parseErrorEnvelope(body: unknown): ErrorBody | undefined {
  const parsed = z.safeParse(envelope, body);
  if (!parsed.success) return undefined;
  const { code, message, requestId, ...rest } = parsed.data.error;
  const details = Object.entries(rest).filter(([key]) => key !== "__proto__");
  return {
    code,
    message,
    requestId,
    details: details.length > 0 ? Object.fromEntries(details) : undefined,
  };
}
