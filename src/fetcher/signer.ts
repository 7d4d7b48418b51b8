import type { Credentials } from "./credentials.ts";
import { digestOf, type Identity, identityOfHeaders, toIdentity } from "./identity.ts";
import { setHeaders } from "./request-headers.ts";

/** What one attempt is signed with, and who it is sent for. */
export interface Signature {
  readonly headers: Readonly<Record<string, string>>;
  readonly identity: Identity;
}

/** Signs the requests of one API, and notices when somebody else is signed in than before. */
export class Signer {
  readonly #credentials: Credentials;
  /** Who was signed in last. Somebody whose session is over is still that: nobody is not somebody else. */
  #person: Identity;
  /** What that person's requests were signed with last: it may be left behind where another one comes. */
  #last = "";
  readonly #listeners = new Set<() => void>();

  constructor(credentials: Credentials) {
    this.#credentials = credentials;
  }

  get canRenew(): boolean {
    return this.#credentials.renew !== undefined;
  }

  /** @throws what the app's credentials throw, and TypeError for headers or an identity that cannot be used */
  async sign(): Promise<Signature> {
    let signature = await this.#sign();
    const { identity, headers } = signature;
    const isLeftBehind =
      this.#person !== undefined &&
      identity !== this.#person &&
      digestOfHeaders(headers) === this.#last;
    if (isLeftBehind && this.#credentials.forget) {
      this.#credentials.forget();
      signature = await this.#sign();
    }
    this.#last = digestOfHeaders(signature.headers);
    this.#notice(signature.identity);
    return signature;
  }

  /** Whether a refused attempt should be sent once more, signed anew. */
  async renew({ headers }: Signature): Promise<boolean> {
    return (await this.#credentials.renew?.(headers)) ?? false;
  }

  /** The person has signed out. */
  forget(): void {
    this.#person = undefined;
    this.#credentials.forget?.();
  }

  /** Whether somebody else has come since this person. */
  isOfAnotherPerson(identity: Identity): boolean {
    return identity !== undefined && this.#person !== undefined && identity !== this.#person;
  }

  /** Calls back when another person is signed in than the last who was. */
  onOtherPerson(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #sign(): Promise<Signature> {
    const headers = (await this.#credentials.headers()) ?? {};
    setHeaders(new Headers(), headers, "credentials");
    const { identity } = this.#credentials;
    if (!identity) return { headers, identity: identityOfHeaders(headers) };
    return { headers, identity: toIdentity(await this.#credentials.identity?.(headers)) };
  }

  #notice(identity: Identity): void {
    if (identity === undefined) return;
    const before = this.#person;
    this.#person = identity;
    if (before !== undefined && before !== identity)
      for (const listener of [...this.#listeners]) listener();
  }
}

function digestOfHeaders(headers: Signature["headers"]): string {
  return digestOf(JSON.stringify(headers));
}
