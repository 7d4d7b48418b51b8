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
  /** Who is signed in, where the app says so. */
  whose: Identity;
}

/** The token that there is now: the app's own, or what `refresh` gave in its place to an app that does not store it. */
export class TokenSource {
  readonly #app: TokenStore;
  /** What `refresh` gave, and what the app has stored and said all the while. */
  #kept: TokenReading | undefined;

  constructor(app: TokenStore) {
    this.#app = app;
  }

  /** @throws what the app's functions throw, and TypeError for what `identity` must not give */
  async read(): Promise<TokenReading> {
    const stored = (await readSecret(this.#app.token)) ?? "";
    const whose = toIdentity(await this.#app.identity?.());
    // Where the store or the identity has changed, somebody has signed in or out since.
    if (this.#kept?.stored !== stored || this.#kept.whose !== whose) this.#kept = undefined;
    return this.#kept ?? { token: stored, stored, whose };
  }

  /** `refresh` gave this token, between these two readings. */
  keep(token: string, before: TokenReading, after: TokenReading): void {
    const { stored, whose } = after;
    const isUnchanged = stored === before.stored && whose === before.whose;
    this.#kept = isUnchanged && stored !== token ? { token, stored, whose } : undefined;
  }

  /** The person has signed out. */
  forget(): void {
    this.#kept = undefined;
  }
}
