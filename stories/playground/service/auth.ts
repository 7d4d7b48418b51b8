import { type Endpoint, ok } from "./endpoint.ts";
import { Refusal } from "./refusal.ts";
import type { Me, Scope } from "./schemas.ts";
import { seedOrg } from "./seed.ts";
import type { ServiceState, StoredKey } from "./state.ts";

/**
 * Gives the key that signed a request.
 * @throws Refusal UNAUTHORIZED when there is none, it is unknown, or it was revoked
 */
export function authenticate(request: Request, state: ServiceState): StoredKey {
  const value = request.headers.get("x-api-key");
  if (!value) throw new Refusal("UNAUTHORIZED", { message: "The x-api-key header is missing." });
  const key = state.apiKeys.get(value);
  if (!key) throw new Refusal("UNAUTHORIZED", { message: "The API key is not known." });
  if (key.revoked) throw new Refusal("UNAUTHORIZED", { message: "The API key was revoked." });
  return key;
}

/** @throws Refusal 403 MISSING_SCOPE */
export function requireScope(key: StoredKey, scope: Scope | undefined): void {
  if (scope === undefined || key.scopes.includes(scope)) return;
  throw new Refusal(403, {
    code: "MISSING_SCOPE",
    message: `The API key lacks the scope ${scope}.`,
    details: { scope },
  });
}

export function meEndpoints(): Endpoint[] {
  return [
    {
      route: "GET /v1/me",
      answer({ apiKey }) {
        const me: Me = { org: seedOrg, keyName: apiKey.name, scopes: [...apiKey.scopes] };
        return ok(me);
      },
    },
  ];
}
