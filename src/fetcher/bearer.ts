import { givenMethods } from "../error/given-options.ts";
import { isRecord, requireFunctions, secretMisuse } from "../error/misuse.ts";
import type { Credentials } from "./credentials.ts";
import { FutileRenewals, type SharedCredentials } from "./futile-renewals.ts";
import { type BearerOptions, TokenRefresh } from "./token-refresh.ts";

const scheme = "Bearer ";

/**
 * Credentials that send `Authorization: Bearer` (RFC 6750, 2.1), or nothing if the token is null or empty.
 *
 * With `refresh`, a 401 renews the token once for all calls that were refused with the old one. Each call is then sent
 * once more, which does not count as an attempt. If the browser has Web Locks, all tabs share one renewal. If a route
 * refuses the new token too, the token is not renewed for that route again for a minute, or until a token comes in
 * another way.
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
  if (!isRecord(options))
    throw secretMisuse(
      "bearer",
      options,
      () =>
        process.env.NODE_ENV !== "production" &&
        "must be given its options, such as { token: () => session.token }",
    );
  const given = givenMethods(options);
  if (typeof given.token !== "function")
    throw secretMisuse(
      "bearer's token",
      given.token,
      () => process.env.NODE_ENV !== "production" && "must be a function that gives it",
    );
  requireFunctions(given, ["refresh", "onSessionExpired", "identity"], "bearer's ");
  return given;
}
