import type { Credentials } from "./credentials.ts";
import { type BearerOptions, TokenRefresh } from "./token-refresh.ts";

const scheme = "Bearer ";

/**
 * Sends `Authorization: Bearer` (RFC 6750, 2.1). A null or empty token sends nothing.
 *
 * With `refresh`, a 401 gets a new token once for all calls that were refused with the old one, and each is then sent
 * once more, which costs no attempt. Where the browser has Web Locks, tabs share it.
 */
export function bearer(options: BearerOptions): Credentials {
  const refresh = new TokenRefresh(options);
  const headers = async (): Promise<Record<string, string>> => {
    const token = await refresh.current();
    return token ? { authorization: `${scheme}${token}` } : {};
  };
  if (!options.refresh) return { headers };
  return {
    headers,
    renew: ({ authorization = "" }) => refresh.renew(authorization.slice(scheme.length)),
  };
}
