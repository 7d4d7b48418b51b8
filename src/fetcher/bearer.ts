import { givenMethods } from "../error/given-options.ts";
import { isRecord, misuse, requireFunctions } from "../error/misuse.ts";
import type { Credentials } from "./credentials.ts";
import { FutileRenewals, type SharedCredentials } from "./futile-renewals.ts";
import { type BearerOptions, TokenRefresh } from "./token-refresh.ts";

const scheme = "Bearer ";

/**
 * Sends `Authorization: Bearer` (RFC 6750, 2.1). A null or empty token sends nothing.
 *
 * With `refresh`, a 401 gets a new token once for all calls that were refused with the old one, and each is then sent
 * once more, which costs no attempt. Where the browser has Web Locks, tabs share it. A route that refuses the new token
 * too is not refreshed for again until there is a token that came another way, or a minute is over.
 *
 * @throws TypeError for an option that cannot be used
 */
export function bearer(options: BearerOptions): Credentials {
  const given = requireBearerOptions(options);
  const refresh = new TokenRefresh(given);
  const tokenIn = ({ authorization = "" }: Readonly<Record<string, string>>) =>
    authorization.slice(scheme.length);
  const credentials: Credentials = {
    async headers() {
      const token = await refresh.current();
      return token ? { authorization: `${scheme}${token}` } : {};
    },
    identity: given.identity ?? ((signed) => refresh.identityOf(tokenIn(signed))),
    forget: () => refresh.forget(),
  };
  if (!given.refresh) return credentials;
  const renewing: SharedCredentials = {
    ...credentials,
    renew: (signed, pressedAtMs) => refresh.renew(tokenIn(signed), pressedAtMs),
    futileRenewals: new FutileRenewals(refresh.tabs),
  };
  return renewing;
}

function requireBearerOptions(options: BearerOptions): BearerOptions {
  const isSecret = true;
  if (!isRecord(options))
    throw misuse(
      "bearer must be given its options, such as { token: () => session.token }",
      options,
      { isSecret },
    );
  const given = givenMethods(options);
  if (typeof given.token !== "function")
    throw misuse("bearer's token must be a function that gives it", given.token, { isSecret });
  requireFunctions(given, ["refresh", "onSessionExpired", "identity"], "bearer's ");
  return given;
}
