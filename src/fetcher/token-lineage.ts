import { digestOf, type Identity, identityOfToken, namesSubject } from "./identity.ts";
import type { TabChannel } from "./tab-channel.ts";

/** What one tab tells the others of a token that it renewed. */
interface Renewed {
  /** Digest of the token before. */
  from: string;
  /** Digest of the new token. */
  to: string;
  /** Whose they are, as that tab calls them. */
  identity: string;
}

const maxTokens = 100;

/**
 * Knows that a token which `refresh` gave belongs to the person of the token before, in whatever tab it was renewed.
 * Of tokens that name their subject it keeps nothing: those are told apart by it.
 */
export class TokenLineage {
  /** By the digest of a token, whose it is. */
  readonly #identities = new Map<string, string>();
  /** Digests of the tokens that name their person here: another tab may call the same person by an earlier one. */
  readonly #names = new Set<string>();
  readonly #listeners = new Set<() => void>();
  readonly #tabs: TabChannel;

  constructor(tabs: TabChannel) {
    this.#tabs = tabs;
    tabs.onWord(["from", "to", "identity"], (word) => this.#hear(word));
  }

  identityOf(token: string): Identity {
    const identity = identityOfToken(token);
    const digest = digestOf(token);
    if (identity === digest && !this.#identities.has(digest)) {
      this.#names.add(digest);
      dropOldest(this.#names);
    }
    return this.#identities.get(digest) ?? identity;
  }

  /** `refresh` gave the second token for the first. */
  carry(from: string, to: string): void {
    const identity = this.identityOf(from);
    if (identity === undefined || (namesSubject(from) && namesSubject(to))) return;
    const word = { from: digestOf(from), to: digestOf(to), identity };
    this.#keep(word.to, identity);
    this.#tabs.tell(word);
  }

  /** Waits until the token is known to be this person's, and no longer than the limit: another tab's word may be late. */
  async settle(token: string, identity: Identity, limitMs: number): Promise<void> {
    const isKnown = () => this.identityOf(token) === identity;
    if (!this.#tabs.isOpen || token === "" || namesSubject(token) || isKnown()) return;
    await new Promise<void>((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.#listeners.delete(check);
        resolve();
      };
      const check = () => isKnown() && end();
      const timer = setTimeout(end, limitMs);
      this.#listeners.add(check);
    });
  }

  /** Another tab has renewed a token: the person goes on by the name that they have here, if they have one. */
  #hear({ from, to, identity }: Renewed): void {
    const named = this.#names.has(from) ? from : undefined;
    this.#keep(
      to,
      this.#identities.get(from) ?? named ?? this.#identities.get(identity) ?? identity,
    );
  }

  #keep(to: string, identity: string): void {
    if (to === identity) return;
    this.#identities.delete(to);
    this.#identities.set(to, identity);
    dropOldest(this.#identities);
    for (const listener of [...this.#listeners]) listener();
  }
}

function dropOldest(tokens: Map<string, string> | Set<string>): void {
  for (const oldest of tokens.keys()) {
    if (tokens.size <= maxTokens) break;
    tokens.delete(oldest);
  }
}
