import { readProperty } from "../error/read-property.ts";
import { type ErrorBody, readEnvelopeFields, takeCode } from "./error-envelope.ts";
import { parseJsonObject } from "./json-object.ts";

/**
 * Reads the first error in a GraphQL answer's list (GraphQL, 7.1.2): its message; code and request ID from its
 * `extensions`, where Apollo Server and most others put them; and the rest of `extensions` as details. Undefined for a
 * body with any other list. Never throws.
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
