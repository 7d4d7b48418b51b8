import { setHeaders } from "./request-headers.ts";

/** What signs a request. Headers are made anew for each attempt, so a rotated key is picked up by the next one. */
export interface Credentials {
  headers(): Promise<Record<string, string>>;
}

type Secret = string | null | undefined;
type SecretSource = Secret | (() => Secret | Promise<Secret>);

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

/** Sends `Authorization: Bearer` (RFC 6750, 2.1). A null token sends nothing. */
export function bearer(options: { token: () => Secret | Promise<Secret> }): Credentials {
  return {
    async headers() {
      const token = await readSecret(options.token);
      return token ? { authorization: `Bearer ${token}` } : {};
    },
  };
}

async function readSecret(source: SecretSource): Promise<Secret> {
  return typeof source === "function" ? source() : source;
}
