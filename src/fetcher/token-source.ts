import { readSecret, type SecretSource } from "./credentials.ts";
import { type Identity, type IdentitySource, toIdentity } from "./identity.ts";

/** Where an app keeps its token, and says who is signed in. */
interface TokenStore {
  token: SecretSource;
  identity?: IdentitySource;
}

/** What an app's requests are signed with at a moment. */
export interface TokenReading {
  /** The token to sign with; empty for none. */
  token: string;
  /** What the app's own `token()` gave. */
  stored: string;
}

/** The token that there is now: the app's own, or what `refresh` gave in its place to an app that does not store it. */
export class TokenSource {
  readonly #app: TokenStore;
  /** What `refresh` gave, and what the app has stored and said all the while. */
  #kept: (TokenReading & { whose: Identity }) | undefined;

  constructor(app: TokenStore) {
    this.#app = app;
  }

  /** @throws what the app's functions throw, and TypeError for what `identity` must not give */
  async read(): Promise<TokenReading> {
    const stored = (await readSecret(this.#app.token)) ?? "";
    const kept = this.#kept;
    // Where the store or the identity has changed, somebody has signed in or out since.
    if (kept && (kept.stored !== stored || kept.whose !== (await this.whose())))
      this.#kept = undefined;
    return { token: this.#kept?.token ?? stored, stored };
  }

  /**
   * Who is signed in, where the app says so.
   * @throws what `identity` throws, and TypeError for what it must not give
   */
  async whose(): Promise<Identity> {
    return toIdentity(await this.#app.identity?.());
  }

  /**
   * `refresh` gave this token.
   * @param whose who was signed in then
   * @param before what was read then, and `after` it came
   */
  keep(token: string, whose: Identity, before: TokenReading, after: TokenReading): void {
    const { stored } = after;
    // Where the store has changed to another token, or to none, somebody has signed in or out meanwhile.
    const isUnchanged = stored === before.stored && stored !== token;
    this.#kept = isUnchanged ? { token, stored, whose } : undefined;
  }

  /** The person has signed out. */
  forget(): void {
    this.#kept = undefined;
  }
}
