import { readProperty } from "../error/read-property.ts";
import { type ErrorBody, readEnvelopeFields, takeCode } from "./error-envelope.ts";
import { parseJsonObject } from "./json-object.ts";

/**
 * Reads the first error of a GraphQL answer's list (GraphQL, 7.1.2): its message, and of its `extensions` the code and the
 * request id, where Apollo Server and most others write them; the rest of these as details. Undefined for a body with a list
 * of anything else. Never throws.
 */
export function parseGraphqlErrors(body: unknown): ErrorBody | undefined {
  const [first] = listOf(readProperty(body, "errors"));
  const message = readProperty(first, "message");
  const extensions = parseJsonObject(readProperty(first, "extensions"));
  const isGraphql = extensions || Array.isArray(readProperty(first, "locations"));
  if (!isGraphql || typeof message !== "string") return undefined;
  const { code, requestId, stacktrace: _ofTheServer, ...details } = extensions ?? {};
  return { ...readEnvelopeFields({ message, requestId }), ...takeCode(code, details) };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
