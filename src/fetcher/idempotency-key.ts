import { misuse } from "../error/misuse.ts";

/**
 * The idempotency key of a call, if it has one; `true` makes one.
 * @throws TypeError for a key that is no string, or an empty one
 */
export function toIdempotencyKey(key: boolean | string | undefined): string | undefined {
  if (key === true) return newKey();
  if (key === false || key === undefined) return undefined;
  if (typeof key !== "string" || key.trim() === "")
    throw misuse(
      "idempotencyKey",
      key,
      () => process.env.NODE_ENV !== "production" && "must be true or a non-empty string",
    );
  return key;
}

/** `crypto.randomUUID` is missing on plain http pages; `getRandomValues` is not. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
