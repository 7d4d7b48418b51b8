import type { Credentials } from "./credentials.ts";
import { RecentKeys } from "./recent-keys.ts";
import type { TabChannel } from "./tab-channel.ts";

/** How long a route is not renewed for that has refused what it was signed with anew. */
const limitMs = 60_000;

/**
 * Remembers renewals that did not help: a route refused what it was signed with anew. Such a route is not renewed for
 * again until it is refused something that no such renewal gave, or a minute is over.
 *
 * For which route a renewal was makes no difference. Two routes that refuse every token would else renew in turns: what
 * the one had got would be news to the other.
 */
export class FutileRenewals {
  readonly #routes = new RecentKeys(limitMs);
  readonly #signatures = new RecentKeys(limitMs);
  readonly #tabs: TabChannel | undefined;

  /** @param tabs where what they renew is each other's, so that they would renew in turns too */
  constructor(tabs?: TabChannel) {
    this.#tabs = tabs;
    tabs?.onWord(["futile", "route"], ({ futile, route }) => this.#keep(route, futile));
  }

  /** The route refused this signature, which a renewal had just made possible. Both as texts that give no secret away. */
  note(route: string, signature: string): void {
    this.#keep(route, signature);
    this.#tabs?.tell({ futile: signature, route });
  }

  /** Whether a renewal for this route, which has refused this signature, would be one more that does not help. */
  includes(route: string, signature: string): boolean {
    return this.#routes.has(route) && this.#signatures.has(signature);
  }

  #keep(route: string, signature: string): void {
    this.#routes.note(route);
    this.#signatures.note(signature);
  }
}

/** Credentials that several APIs and tabs renew, and that bring along what is known of it. */
export interface SharedCredentials extends Credentials {
  futileRenewals: FutileRenewals;
}

/** What is known of the renewals of these credentials: of an app's own each API knows for itself. */
export function futileRenewalsOf(credentials: Credentials): FutileRenewals {
  return isShared(credentials) ? credentials.futileRenewals : new FutileRenewals();
}

function isShared(credentials: Credentials): credentials is SharedCredentials {
  return "futileRenewals" in credentials && credentials.futileRenewals instanceof FutileRenewals;
}
