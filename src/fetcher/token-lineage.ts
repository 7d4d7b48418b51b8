import { digestOf, type Identity, identityOfToken, namesSubject } from "./identity.ts";

/** What one tab tells the others of a token that it renewed: both by their digests, so that no token leaves the tab. */
interface Word {
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
  #channel: BroadcastChannel | undefined;

  /** Hears from the other tabs that share the name. Nothing where there is no page, or no such channel. */
  listen(name: string): void {
    if (this.#channel || typeof document === "undefined") return;
    try {
      this.#channel = new BroadcastChannel(name);
      this.#channel.onmessage = ({ data }: MessageEvent<unknown>) => {
        if (isWord(data)) this.#hear(data);
      };
      // Only Node's has it, where an open channel would keep the process alive.
      if ("unref" in this.#channel && typeof this.#channel.unref === "function")
        this.#channel.unref();
    } catch {
      // Sandboxed frames have the class and may not use it: each tab then knows its own renewals only.
    }
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
    try {
      this.#channel?.postMessage(word);
    } catch {
      // Closed with its page.
    }
  }

  /** Waits until the token is known to be this person's, and no longer than the limit: another tab's word may be late. */
  async settle(token: string, identity: Identity, limitMs: number): Promise<void> {
    const isKnown = () => this.identityOf(token) === identity;
    if (!this.#channel || token === "" || namesSubject(token) || isKnown()) return;
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
  #hear({ from, to, identity }: Word): void {
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

function isWord(data: unknown): data is Word {
  return (
    typeof data === "object" &&
    data !== null &&
    "from" in data &&
    typeof data.from === "string" &&
    "to" in data &&
    typeof data.to === "string" &&
    "identity" in data &&
    typeof data.identity === "string"
  );
}
