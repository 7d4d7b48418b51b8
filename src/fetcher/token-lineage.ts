import { digestOf, type Identity, identityOfToken, namesSubject } from "./identity.ts";

/** What one tab tells the others of a token that it renewed: both by their digests, so that no token leaves the tab. */
interface Word {
  /** Digest of the new token. */
  to: string;
  /** Whose it is. */
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
  readonly #listeners = new Set<() => void>();
  #channel: BroadcastChannel | undefined;

  /** Hears from the other tabs that share the name. Nothing where there is no page, or no such channel. */
  listen(name: string): void {
    if (this.#channel || typeof document === "undefined") return;
    try {
      this.#channel = new BroadcastChannel(name);
      this.#channel.onmessage = ({ data }: MessageEvent<unknown>) => {
        if (isWord(data)) this.#keep(data);
      };
      // Only Node's has it, where an open channel would keep the process alive.
      if ("unref" in this.#channel && typeof this.#channel.unref === "function")
        this.#channel.unref();
    } catch {
      // Sandboxed frames have the class and may not use it: each tab then knows its own renewals only.
    }
  }

  identityOf(token: string): Identity {
    let identity = identityOfToken(token);
    let carried = this.#identities.get(digestOf(token));
    // A tab that never saw the first token names the one in between.
    for (let steps = 0; carried !== undefined && steps < maxTokens; steps += 1) {
      identity = carried;
      carried = this.#identities.get(carried);
    }
    return identity;
  }

  /** `refresh` gave the second token for the first. */
  carry(from: string, to: string): void {
    const identity = this.identityOf(from);
    if (identity === undefined || (namesSubject(from) && namesSubject(to))) return;
    const word = { to: digestOf(to), identity };
    this.#keep(word);
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

  #keep({ to, identity }: Word): void {
    if (to === identity) return;
    this.#identities.delete(to);
    this.#identities.set(to, identity);
    for (const [oldest] of this.#identities) {
      if (this.#identities.size <= maxTokens) break;
      this.#identities.delete(oldest);
    }
    for (const listener of [...this.#listeners]) listener();
  }
}

function isWord(data: unknown): data is Word {
  return (
    typeof data === "object" &&
    data !== null &&
    "to" in data &&
    typeof data.to === "string" &&
    "identity" in data &&
    typeof data.identity === "string"
  );
}
