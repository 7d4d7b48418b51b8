import { hashKey } from "@tanstack/react-query";
import type { ApiError } from "../error/api-error.ts";

interface FailedMutation {
  mutationId: number;
  state: { variables: unknown };
}

/**
 * Tells which of a route's failed mutations are the same thing to send again, so that no message is lost and none is
 * sent twice. Each POST with variables of its own is one. Of PUT, PATCH and DELETE the newest for an address counts: what
 * was sent there before it is out of date.
 */
export function mutationRetryKey({ method, path }: ApiError, mutation: FailedMutation): string {
  if (method !== undefined && method !== "POST" && path !== undefined) return `${method} ${path}`;
  const { variables } = mutation.state;
  // Two files would have the same hash.
  return isPlain(variables) ? hashKey([variables]) : `mutation ${mutation.mutationId}`;
}

/** Whether a value is all there in its JSON. */
function isPlain(value: unknown): boolean {
  if (typeof value === "function") return false;
  if (typeof value !== "object" || value === null) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return false;
  return Object.values(value).every(isPlain);
}
