import { type ErrorBody, readEnvelopeFields } from "./error-envelope.ts";
import { parseJsonObject } from "./json-object.ts";

/**
 * Reads a body that has no envelope and is no problem, as Laravel's `{ message, errors }`, FastAPI's `{ detail: […] }`
 * and Django REST's `{ name: ["…"] }`: a code, a message and a request id where it names them, all else as details. A
 * list, as AJV and class-validator give, has no names at all and is kept as `errors`. Never throws.
 */
export function parseBareBody(body: unknown): ErrorBody | undefined {
  if (Array.isArray(body)) return body.length > 0 ? { details: { errors: body } } : undefined;
  const members = parseJsonObject(body);
  if (!members) return undefined;
  const told = readEnvelopeFields(members);
  const isRest = ([name]: [string, unknown]) =>
    Object.entries(told).every(([field, value]) => field !== name || value === undefined);
  return { ...told, details: Object.fromEntries(Object.entries(members).filter(isRest)) };
}
