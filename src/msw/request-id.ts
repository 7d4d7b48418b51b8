/** Crockford's base32 (crockford.com/base32.html): no I, L, O or U, which people misread. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * Makes a fresh request ID in the API's form: `req_` and a ULID (github.com/ulid/spec). That is 10 characters of time
 * and 16 random ones, so that IDs sort by age.
 *
 * ```ts
 * HttpResponse.json(session, { headers: { "x-request-id": createRequestId() } });
 * ```
 */
export function createRequestId(nowMs = Date.now()): string {
  const time = Array.from({ length: 10 }, (_, place) =>
    alphabet.charAt(Math.floor(nowMs / 32 ** (9 - place)) % 32),
  );
  // A byte's 256 values are 8 times 32, so every character is equally likely.
  const chance = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    alphabet.charAt(byte % 32),
  );
  return `req_${time.join("")}${chance.join("")}`;
}
