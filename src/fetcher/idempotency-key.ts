import { misuse } from "../error/misuse.ts";
/**
 * Gives the key that a call is sent with, if any; `true` makes one.
 * @throws TypeError for a key that is no text, or an empty one
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
