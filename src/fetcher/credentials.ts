import { setHeaders } from "./request-headers.ts";

/** What signs a request. Headers are made anew for each attempt, so a rotated key is picked up by the next one. */
export interface Credentials {
  headers(): Promise<Record<string, string>>;
  /**
   * Asked after a 401: true where the call should be sent once more, signed anew.
   * @param refused the headers that the refused attempt was signed with
   */
  renew?(refused: Readonly<Record<string, string>>): Promise<boolean>;
}

export type Secret = string | null | undefined;
export type SecretSource = Secret | (() => Secret | Promise<Secret>);

/**
 * Sends an API key in a header of its own. A null or empty key sends nothing: the answer is then a 401.
 * @throws TypeError for a header name or a fixed key that HTTP does not allow
 */
export function apiKey(source: SecretSource, header = "x-api-key"): Credentials {
  setHeaders(new Headers(), { [header]: typeof source === "string" ? source : "" }, "apiKey");
  return {
    async headers() {
      const key = await readSecret(source);
      return key ? { [header]: key } : {};
    },
  };
}

export async function readSecret(source: SecretSource): Promise<Secret> {
  return typeof source === "function" ? source() : source;
}
