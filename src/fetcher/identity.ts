import { refusal } from "../error/misuse.ts";

/**
 * Who a request is sent for: a text that stays the same for one person while their tokens change, and never contains a
 * token. Undefined if nobody is signed in.
 */
export type Identity = string | undefined;

/** What an app gives as an identity: a user's id, or nothing while nobody is signed in. */
export type IdentitySource = () => GivenIdentity | Promise<GivenIdentity>;

type GivenIdentity = string | number | null | undefined;

/**
 * Checks what an app's `identity()` gave.
 * @throws TypeError for anything but a string, a finite number or nothing
 */
export function toIdentity(given: unknown): Identity {
  if (given === null || given === undefined || given === "") return undefined;
  if (typeof given === "string" || Number.isFinite(given)) return `id:${given}`;
  throw refusal(
    "identity",
    () =>
      process.env.NODE_ENV !== "production" && [
        "must give the id of who is signed in, a text or a number, or null for nobody",
        typeof given,
      ],
  );
}

/**
 * Whose a token is: a JWT's issuer and subject (RFC 7519, 4.1.1 and 4.1.2), which stay the same when it is renewed; for
 * any other token, only the token itself. Both as a digest.
 */
export function identityOfToken(token: string | null | undefined): Identity {
  if (!token) return undefined;
  const subject = subjectOf(token);
  return subject === undefined ? digestOf(token) : `jwt:${digestOf(subject)}`;
}

/** Whether a token itself names its person. */
export function namesSubject(token: string): boolean {
  return subjectOf(token) !== undefined;
}

// A secret alone, or after the name of a scheme. A signature is new for each request, and identifies nobody.
const secretForm = /^(?:[\w-]+ +)?([^\s,"]+)$/;
const signatureForm = /^[\w-]*(?:aws|hmac|sharedkey|signature|digest|hawk|negotiate|ntlm)/i;
const secretHeader = /(?:^|[-_])(?:api-?key|key|token|session|auth|user)(?:[-_]?id)?$/i;
const otherHeader = /csrf|xsrf|security|nonce|idempotency|request/i;

/** Whose signed headers are, if the credentials have no `identity`: all secrets in them together name the person. */
export function identityOfHeaders(signed: Readonly<Record<string, string>>): Identity {
  const identities = Object.entries(signed).map(([name, value]) =>
    identityOfToken(secretIn(name.toLowerCase(), String(value ?? "").trim())),
  );
  return identities.filter((identity) => identity !== undefined).join(" ") || undefined;
}

function secretIn(name: string, value: string): string | undefined {
  if (name === "authorization")
    return signatureForm.test(value) ? undefined : secretForm.exec(value)?.[1];
  return secretHeader.test(name) && !otherHeader.test(name) ? value : undefined;
}

function subjectOf(token: string): string | undefined {
  const payload = /^[\w-]+\.([\w-]+)\.[\w-]*$/.exec(token)?.[1];
  if (payload === undefined) return undefined;
  try {
    const base64 = payload.replaceAll("-", "+").replaceAll("_", "/");
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof claims !== "object" || claims === null || !("sub" in claims)) return undefined;
    const { sub } = claims;
    // Many servers write numeric IDs as numbers.
    if ((typeof sub !== "string" && !Number.isFinite(sub)) || sub === "") return undefined;
    return JSON.stringify(["iss" in claims ? claims.iss : null, sub]);
  } catch {
    return undefined;
  }
}

/**
 * A digest of 53 bits, by two 32-bit hashes (cyrb53). It tells tokens apart, and does not lead back to them. Not
 * `crypto.subtle`: that is asynchronous, and missing on plain http pages.
 */
export function digestOf(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
