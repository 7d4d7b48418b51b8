import { readSecret, type SecretSource } from "./credentials.ts";
import { type Identity, type IdentitySource, toIdentity } from "./identity.ts";

/** Where an app keeps its token, and says who is signed in. */
interface TokenStore {
  token: SecretSource;
  identity?: IdentitySource;
}

/** What an app's requests are signed with at one moment. */
export interface TokenReading {
  /** The token to sign with; empty for none. */
  token: string;
  /** What the app's own `token()` gave. */
  stored: string;
}

/** The current token: the app's own or, if the app does not store it, the one that `refresh` gave. */
export class TokenSource {
  readonly #app: TokenStore;
  /** What `refresh` gave, with what the app's `token()` and `identity()` have given since. */
  #kept: (TokenReading & { whose: Identity }) | undefined;

  constructor(app: TokenStore) {
    this.#app = app;
  }

  /** @throws what the app's functions throw, and TypeError for an invalid identity */
  async read(): Promise<TokenReading> {
    const stored = (await readSecret(this.#app.token)) ?? "";
    const kept = this.#kept;
    // If the store or the identity has changed, somebody has signed in or out since.
    if (kept && (kept.stored !== stored || kept.whose !== (await this.whose())))
      this.#kept = undefined;
    return { token: this.#kept?.token ?? stored, stored };
  }

  /**
   * Who is signed in, if the app says so.
   * @throws what `identity` throws, and TypeError for an invalid identity
   */
  async whose(): Promise<Identity> {
    return toIdentity(await this.#app.identity?.());
  }

  /**
   * Keeps the token that `refresh` gave, unless the app has stored it itself.
   * @param whose who was signed in before the refresh
   * @param before what was read before the refresh, and `after` after it
   */
  keep(token: string, whose: Identity, before: TokenReading, after: TokenReading): void {
    const { stored } = after;
    // If the store has changed to any other token, or to none, somebody has signed in or out meanwhile.
    const isUnchanged = stored === before.stored && stored !== token;
    this.#kept = isUnchanged ? { token, stored, whose } : undefined;
  }

  /** The person has signed out. */
  forget(): void {
    this.#kept = undefined;
  }
}
