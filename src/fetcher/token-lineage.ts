import { startDeadline } from "./deadline.ts";
import { digestOf, type Identity, identityOfToken, namesSubject } from "./identity.ts";
import type { TabChannel } from "./tab-channel.ts";

/** What one tab tells the others about a token that it renewed. */
interface Renewed {
  /** Digest of the old token. */
  from: string;
  /** Digest of the new token. */
  to: string;
  /** Whose tokens they are, by that tab's name for the person. */
  identity: string;
}

const maxTokens = 100;

/** How long a call waits for a renewal that has already stored its token. */
const renewalLimitMs = 1_000;

/** How long another tab's message about a renewed token may take. */
const wordLimitMs = 250;

/**
 * Knows that a token which `refresh` gave belongs to the person of the token before, whichever tab renewed it. It keeps
 * nothing about tokens that name their person.
 */
export class TokenLineage {
  /** Whose each token is, by the token's digest. */
  readonly #identities = new Map<string, string>();
  /** Digests of tokens that name their person in this tab. Another tab may name the same person by an earlier token. */
  readonly #names = new Set<string>();
  readonly #listeners = new Set<() => void>();
  readonly #tabs: TabChannel;
  /** The newest token so far. */
  #last = "";
  /** Settles when it is known whose that is. */
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

  /** Call when `refresh` gave the token `to` for the token `from`. */
  carry(from: string, to: string): void {
    const identity = this.identityOf(from);
    if (identity === undefined || (namesSubject(from) && namesSubject(to))) return;
    const word = { from: digestOf(from), to: digestOf(to), identity };
    this.#keep(word.to, identity);
    this.#tabs.tell(word);
  }

  /**
   * Waits until it is known whose the current token is. A renewal that has not ended yet, here or in another tab, may
   * have stored a new one.
   * @param renewals the renewals under way here, by the token that was refused
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

  /** Waits until the token is known to be this person's, for as long as another tab's message may take. */
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

  /** Another tab has renewed a token: the person keeps the name that they have in this tab, if they have one. */
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
