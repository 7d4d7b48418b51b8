import { givenMethods } from "../error/given-options.ts";
import { secretMisuse } from "../error/misuse.ts";
import { type IdentitySource, identityOfToken } from "./identity.ts";
import { setHeaders } from "./request-headers.ts";

/** Signs requests. `headers` is called for each attempt, so that the next one already uses a key that has changed. */
export interface Credentials {
  headers(): Promise<Record<string, string>>;
  /**
   * The id of the person who is signed in, or nothing if nobody is. A call is sent only for the person who was signed
   * in when it began. If this gives another id, or none, the call ends with its own last answer. Default: issuer and
   * subject of a JWT in the headers, else the key or token itself.
   * @param signed the headers that were just made
   */
  identity?(signed: Readonly<Record<string, string>>): ReturnType<IdentitySource>;
  /**
   * Called after a 401. True means that the call is signed anew and sent once more.
   * @param refused the headers that the refused attempt was signed with
   * @param pressedAtMs when the person started the call by hand, on the clock of `performance.now()`; undefined if they
   * did not
   */
  renew?(refused: Readonly<Record<string, string>>, pressedAtMs?: number): Promise<boolean>;
  /** Called at sign-out. Forgets everything about the person who was signed in. */
  forget?(): void;
}

export type Secret = string | null | undefined;
export type SecretSource = Secret | (() => Secret | Promise<Secret>);

/**
 * Credentials that send an API key in a header, or nothing if the key is null or empty.
 * @param options.identity whose key it is, for a key that can change; by default, another key means another person
 * @throws TypeError for a key of a wrong type, and for a header name or a fixed key that HTTP does not allow
 */
export function apiKey(
  source: SecretSource,
  header = "x-api-key",
  options: { identity?: IdentitySource } = {},
): Credentials {
  const isSource = source === null || ["string", "undefined", "function"].includes(typeof source);
  if (!isSource)
    throw secretMisuse(
      "apiKey",
      source,
      () =>
        process.env.NODE_ENV !== "production" &&
        "must be given the key, or a function that gives it",
    );
  setHeaders(new Headers(), { [header]: typeof source === "string" ? source : "" }, "apiKey");
  return {
    async headers() {
      const key = await readSecret(source);
      return key ? { [header]: key } : {};
    },
    identity: givenMethods(options).identity ?? ((signed) => identityOfToken(signed[header])),
  };
}

export async function readSecret(source: SecretSource): Promise<Secret> {
  return typeof source === "function" ? source() : source;
}
