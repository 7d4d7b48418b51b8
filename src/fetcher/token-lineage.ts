import { startDeadline } from "./deadline.ts";
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

/** How long a call waits for a renewal that has stored its token already. */
const renewalLimitMs = 1_000;

/** How long another tab's word of a token that it renewed may be on its way. */
const wordLimitMs = 250;

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
  /** The token that there was last. */
  #last = "";
  /** Ends when it is known whose that is. */
  #learning: Promise<void> | undefined;

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

  /**
   * Waits until it is known whose the token is that there is now: one that is new here may have been stored by a renewal
   * that has not ended yet, here or in another tab.
   * @param renewals under way here, by the token before
   */
  async follow(token: string, renewals: ReadonlyMap<string, Promise<unknown>>): Promise<void> {
    if (token !== this.#last) {
      this.#learning = this.#last === "" ? undefined : this.#learn(token, this.#last, renewals);
      this.#last = token;
    }
    await this.#learning;
  }

  async #learn(
    token: string,
    before: string,
    renewals: ReadonlyMap<string, Promise<unknown>>,
  ): Promise<void> {
    const renewal = renewals.get(before);
    const deadline = startDeadline(renewalLimitMs, undefined);
    if (renewal) await deadline.race(() => renewal).catch(() => {});
    deadline.release();
    await this.#hearOf(token, this.identityOf(before));
  }

  /** Waits until the token is known to be this person's, for as long as another tab's word may be on its way. */
  async #hearOf(token: string, identity: Identity): Promise<void> {
    const isKnown = () => this.identityOf(token) === identity;
    if (!this.#tabs.isOpen || token === "" || namesSubject(token) || isKnown()) return;
    await new Promise<void>((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.#listeners.delete(check);
        resolve();
      };
      const check = () => isKnown() && end();
      const timer = setTimeout(end, wordLimitMs);
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
