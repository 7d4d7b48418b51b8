import { givenMethods } from "../error/given-options.ts";
import { Listeners } from "../error/listeners.ts";
import type { Credentials } from "./credentials.ts";
import { type FutileRenewals, futileRenewalsOf } from "./futile-renewals.ts";
import { digestOf, type Identity, identityOfHeaders, toIdentity } from "./identity.ts";
import { setHeaders } from "./request-headers.ts";

/** What an attempt is signed with, and who it is sent for. */
export interface Signature {
  readonly headers: Readonly<Record<string, string>>;
  readonly identity: Identity;
}

/** A request that was answered 401. */
export interface Refused {
  /** With its API's name, since another API may have the same route. */
  route: string;
  /** What it was signed with. */
  signature: Signature;
}

/** Signs the requests of one API, and notices when another person is signed in than before. */
export class Signer {
  readonly #credentials: Credentials;
  readonly #futile: FutileRenewals;
  /** Who was signed in last. The end of their session does not change it: nobody is not another person. */
  #person: Identity;
  /** A digest of that person's last headers. If another person gets the same, the old headers were left behind. */
  #last = "";
  readonly #arrivals = new Listeners<[]>();
  /** The number of the signature that began last. */
  #begun = 0;
  /** The number of the newest signature that has ended. One that began earlier and ends later is out of date. */
  #noticed = 0;

  constructor(credentials: Credentials) {
    this.#credentials = givenMethods(credentials);
    this.#futile = futileRenewalsOf(this.#credentials);
  }

  get canRenew(): boolean {
    return this.#credentials.renew !== undefined;
  }

  /**
   * Who is signed in as a call begins: its headers take time, and another person may sign in meanwhile. Undefined if
   * nobody is signed in, or if only the headers say who.
   * @throws what the app's `identity` throws, and TypeError for an invalid identity
   */
  async person(): Promise<Identity> {
    const { identity } = this.#credentials;
    return identity?.length === 0 ? toIdentity(await this.#credentials.identity?.({})) : undefined;
  }

  /** @throws what the app's credentials throw, and TypeError for headers or an identity that cannot be used */
  async sign(): Promise<Signature> {
    this.#begun += 1;
    const order = this.#begun;
    let signature = await this.#sign();
    if (order < this.#noticed) return signature;
    const { identity, headers } = signature;
    const isLeftBehind =
      this.#person !== undefined &&
      identity !== this.#person &&
      digestOfHeaders(headers) === this.#last;
    if (isLeftBehind && this.#credentials.forget) {
      this.#credentials.forget();
      signature = await this.#sign();
    }
    if (order < this.#noticed) return signature;
    this.#noticed = order;
    this.#notice(signature);
    return signature;
  }

  /**
   * Whether a refused request should be signed anew and sent once more.
   * @param pressedAtMs when the person began the call by hand
   */
  async renew({ route, signature }: Refused, pressedAtMs: number | undefined): Promise<boolean> {
    const { headers } = signature;
    if (this.#futile.includes(route, digestOfHeaders(headers))) return false;
    return (await this.#credentials.renew?.(headers, pressedAtMs)) ?? false;
  }

  /** The request was signed anew, sent once more, and refused again. */
  noteFutile({ route, signature }: Refused): void {
    this.#futile.note(route, digestOfHeaders(signature.headers));
  }

  /** The person has signed out. */
  forget(): void {
    this.#noticed = this.#begun + 1;
    this.#person = undefined;
    this.#credentials.forget?.();
  }

  /** Whether another person has come since this one. */
  isOfAnotherPerson(identity: Identity): boolean {
    return identity !== undefined && this.#person !== undefined && identity !== this.#person;
  }

  /** Calls back when another person is signed in than the last one. */
  onOtherPerson(listener: () => void): () => void {
    return this.#arrivals.add(listener);
  }

  async #sign(): Promise<Signature> {
    const headers = (await this.#credentials.headers()) ?? {};
    setHeaders(new Headers(), headers, "credentials");
    const { identity } = this.#credentials;
    if (!identity) return { headers, identity: identityOfHeaders(headers) };
    return { headers, identity: toIdentity(await this.#credentials.identity?.(headers)) };
  }

  #notice({ identity, headers }: Signature): void {
    if (identity === undefined) return;
    this.#last = digestOfHeaders(headers);
    const before = this.#person;
    this.#person = identity;
    if (before !== undefined && before !== identity) this.#arrivals.tell();
  }
}

function digestOfHeaders(headers: Signature["headers"]): string {
  return digestOf(JSON.stringify(headers));
}
