import { type ErrorBody, readEnvelopeFields } from "./error-envelope.ts";
import { parseJsonObject } from "./json-object.ts";

/**
 * Reads a body that is neither an envelope nor a problem, such as Laravel's `{ message, errors }`, FastAPI's
 * `{ detail: […] }` and Django REST's `{ name: ["…"] }`: code, message and request ID if it names them, all else as
 * details. An array, as from AJV and class-validator, has no names and is kept as `errors`. Never throws.
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
