import type { Credentials } from "./credentials.ts";
import { RecentKeys } from "./recent-keys.ts";
import type { TabChannel } from "./tab-channel.ts";

/** How long the token is not renewed for a route that has refused a renewed one. */
const limitMs = 60_000;

/**
 * Remembers renewals that did not help: a route refused the renewed token too. For such a route the token is not
 * renewed again until the route refuses a token that no such renewal gave, or a minute is over.
 *
 * For which route a renewal was made does not matter. Else routes A and B, which refuse every token, would renew in
 * turns: the token of A's renewal would be news to B.
 */
export class FutileRenewals {
  readonly #routes = new RecentKeys(limitMs);
  readonly #signatures = new RecentKeys(limitMs);
  readonly #tabs: TabChannel | undefined;

  /** @param tabs the tabs that share the token: routes of two tabs could renew in turns too */
  constructor(tabs?: TabChannel) {
    this.#tabs = tabs;
    tabs?.onWord(["futile", "route"], ({ futile, route }) => this.#keep(route, futile));
  }

  /** A route refused this signature, which a renewal had just given. Neither text may contain a secret. */
  note(route: string, signature: string): void {
    this.#keep(route, signature);
    this.#tabs?.tell({ futile: signature, route });
  }

  /** Whether another renewal would not help either, for a route that has refused this signature. */
  includes(route: string, signature: string): boolean {
    return this.#routes.has(route) && this.#signatures.has(signature);
  }

  #keep(route: string, signature: string): void {
    this.#routes.note(route);
    this.#signatures.note(signature);
  }
}

/** Credentials that several APIs and tabs renew, with what is known about those renewals. */
export interface SharedCredentials extends Credentials {
  futileRenewals: FutileRenewals;
}

/** What is known about these credentials' renewals. With an app's own credentials, each API knows only its own. */
export function futileRenewalsOf(credentials: Credentials): FutileRenewals {
  return isShared(credentials) ? credentials.futileRenewals : new FutileRenewals();
}

function isShared(credentials: Credentials): credentials is SharedCredentials {
  return "futileRenewals" in credentials && credentials.futileRenewals instanceof FutileRenewals;
}
