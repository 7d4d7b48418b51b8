import { givenMethods } from "../error/given-options.ts";
import { misuse } from "../error/misuse.ts";
import { type IdentitySource, identityOfToken } from "./identity.ts";
import { setHeaders } from "./request-headers.ts";

/** What signs a request. Headers are made anew for each attempt, so a rotated key is picked up by the next one. */
export interface Credentials {
  headers(): Promise<Record<string, string>>;
  /**
   * The id of who is signed in, or nothing for nobody. A call is sent for the person it was begun for and for nobody
   * else: it ends with its own last answer where this names another, or nobody. Default: the subject of a JWT in the
   * headers, else the key or token itself.
   * @param signed the headers that were just made
   */
  identity?(signed: Readonly<Record<string, string>>): ReturnType<IdentitySource>;
  /**
   * Asked after a 401: true where the call should be sent once more, signed anew.
   * @param refused the headers that the refused attempt was signed with
   * @param pressedAtMs when the person began the call by hand, on the clock of `performance.now()`; undefined where it
   * began by itself
   */
  renew?(refused: Readonly<Record<string, string>>, pressedAtMs?: number): Promise<boolean>;
  /** Forgets whatever it keeps of the person who was signed in. */
  forget?(): void;
}

export type Secret = string | null | undefined;
export type SecretSource = Secret | (() => Secret | Promise<Secret>);

/**
 * Sends an API key in a header of its own. A null or empty key sends nothing: the answer is then a 401.
 * @param options.identity who the key is of, where one person's key may change; by default another key is another person
 * @throws TypeError for what is no key, and for a header name or a fixed key that HTTP does not allow
 */
export function apiKey(
  source: SecretSource,
  header = "x-api-key",
  options: { identity?: IdentitySource } = {},
): Credentials {
  const isSource = source === null || ["string", "undefined", "function"].includes(typeof source);
  if (!isSource) throw misuse("apiKey must be given the key, or a function that gives it", source);
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
