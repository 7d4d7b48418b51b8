import type { ApiError } from "../error/api-error.ts";
import { toBareCause } from "../error/bare-cause.ts";
import type { Secret } from "./credentials.ts";
import { startDeadline } from "./deadline.ts";
import type { Identity, IdentitySource } from "./identity.ts";
import { isInnerNetworkFailure } from "./network-failure.ts";
import { noTokenGiven, refusalIn } from "./refresh-refusal.ts";
import { SessionEnd } from "./session-end.ts";
import { SignOuts } from "./sign-outs.ts";
import { TabChannel } from "./tab-channel.ts";
import { TokenHandover } from "./token-handover.ts";
import { TokenLineage } from "./token-lineage.ts";
import { type TokenReading, TokenSource } from "./token-source.ts";
import { withLock } from "./web-lock.ts";

export interface BearerOptions {
  /** Gives the token. Called before each attempt. */
  token: () => Secret | Promise<Secret>;
  /**
   * Gets a new token. Before it resolves, it must store the token where `token` finds it, for other tabs too. It must
   * not call the API that it signs, which would wait for itself. It is called after a 401, also if there is no token,
   * since a cookie may have a session. Limited to 30 s.
   *
   * No token, or a rejection with a `status` of 400, 401 or 403, ends the session. With any other rejection, the
   * waiting calls fail with it; if nobody was signed in, they fail with their own 401 instead, unless `refresh` failed
   * on the network.
   */
  refresh?: () => Promise<Secret>;
  /**
   * The id of the person who is signed in, or nothing if nobody is. Default: a JWT's issuer and subject, else the token
   * itself and the tokens that `refresh` returned for it.
   */
  identity?: IdentitySource;
  /**
   * Called once when `refresh` ends a session, but not if nobody was signed in. The calls fail with their own 401.
   * After that, `refresh` is called again if there is another token or another person, or if the person starts a call
   * by hand, at most once a second.
   */
  onSessionExpired?: (error: ApiError) => void;
  /** The Web Lock of an origin's tabs. Default `"react-recourse:refresh"`. With several APIs, give each its own. */
  lockName?: string;
}

const refreshLimitMs = 30_000;

const defaultLockName = "react-recourse:refresh";

/**
 * Renews a token once, however many calls and tabs it was refused to, and never one that has been replaced already. No
 * call's abort reaches a refresh.
 *
 * A refused token passes these steps, and each may be the last. `renew` checks whether the token has been replaced or
 * is being renewed, and whether its session is over ({@link SessionEnd}). `#refreshInTurn` waits for the lock of all
 * tabs, and for what another tab may have stored under it ({@link TokenHandover}). `#refresh` asks the app, and keeps
 * the new token ({@link TokenSource}) and whose it is ({@link TokenLineage}).
 */
export class TokenRefresh {
  /** The tabs that share the token. */
  readonly tabs: TabChannel;
  readonly #app: BearerOptions;
  readonly #token: TokenSource;
  /** Renewals under way, by the token that was refused. */
  readonly #flights = new Map<string, Promise<boolean>>();
  readonly #lineage: TokenLineage;
  readonly #handover: TokenHandover;
  readonly #session: SessionEnd;
  /** The result of a refresh that began before a sign-out is not kept. */
  readonly #signOuts = new SignOuts();

  constructor(app: BearerOptions) {
    this.#app = app;
    this.#token = new TokenSource(app);
    this.tabs = new TabChannel(app.lockName ?? defaultLockName);
    this.#lineage = new TokenLineage(this.tabs);
    this.#handover = new TokenHandover(this.tabs, refreshLimitMs);
    this.#session = new SessionEnd(app);
  }

  /** The token to sign with; empty for none. */
  async current(): Promise<string> {
    if (this.#app.refresh) this.tabs.open();
    const { token } = await this.#read();
    // If the app says who is signed in, its tokens need not.
    if (!this.#app.identity) await this.#lineage.follow(token, this.#flights);
    return token;
  }

  /** Whose a token is. */
  identityOf(token: string): Identity {
    return this.#lineage.identityOf(token);
  }

  /** The person has signed out. */
  forget(): void {
    this.#token.forget();
    this.#signOuts.note();
    // The next person has a session of their own to renew.
    this.#flights.clear();
    this.#session.forget();
  }

  async #read(): Promise<TokenReading> {
    const reading = await this.#token.read();
    const { token } = reading;
    // Asked only if the session is over, as it may take time: another person may have signed in by a cookie.
    const whose = this.#session.isOver(token) ? await this.#token.whose() : undefined;
    this.#session.see(token, whose);
    return reading;
  }

  /**
   * Renews a refused token, unless it has been replaced already. True if there is another token now.
   * @param pressedAtMs when the person began the refused call by hand, on the monotonic clock
   * @throws what `refresh` rejected with, unless that ended the session
   */
  async renew(refused: string, pressedAtMs: number | undefined): Promise<boolean> {
    if ((await this.current()) !== refused) return true;
    const flight = this.#flights.get(refused);
    if (flight) return flight;
    return this.#session.mayAsk(refused, pressedAtMs) && this.#start(refused);
  }

  #start(refused: string): Promise<boolean> {
    const flight = this.#refreshInTurn(refused).finally(() => {
      if (this.#flights.get(refused) === flight) this.#flights.delete(refused);
    });
    this.#flights.set(refused, flight);
    return flight;
  }

  async #refreshInTurn(refused: string): Promise<boolean> {
    const isSignedOut = this.#signOuts.sinceNow();
    const deadline = startDeadline(refreshLimitMs, undefined);
    const { signal } = deadline;
    // Another tab may have renewed the token while this one waited for its turn.
    const isReplaced = async () => (await this.#read()).token !== refused;
    const inTurn = async (hasWaited: boolean) =>
      (await this.#handover.comes(refused, hasWaited, isReplaced, signal)) ||
      this.#refresh(refused, isSignedOut);
    try {
      return await deadline.race(() =>
        withLock(this.tabs.name, signal, (hasWaited) => deadline.race(() => inTurn(hasWaited))),
      );
    } catch (thrown) {
      // A network failure, so that the next attempt may ask again.
      throw signal.aborted
        ? new DOMException("No new token came in time.", "NetworkError")
        : thrown;
    } finally {
      deadline.release();
    }
  }

  /** @param isSignedOut whether the person has signed out since the token was refused */
  async #refresh(refused: string, isSignedOut: () => boolean): Promise<boolean> {
    const before = await this.#read();
    const whose = await this.#token.whose();
    if (before.token !== refused) return true;
    if (isSignedOut()) return false;
    // A session that is over is followed by another one, maybe another person's.
    const isRenewal = !this.#session.isOver(refused);
    this.#handover.announce(refused);
    try {
      const token = await this.#app.refresh?.();
      if (!token) return await this.#end(refused, isSignedOut, noTokenGiven());
      const after = await this.#token.read();
      if (isSignedOut()) return false;
      this.#session.renewed();
      if (isRenewal) this.#lineage.carry(refused, token);
      this.#token.keep(token, whose, before, after);
      return true;
    } catch (thrown) {
      const refusal = refusalIn(thrown);
      if (refusal) return this.#end(refused, isSignedOut, refusal);
      if (this.#session.isSignedIn || isInnerNetworkFailure(thrown)) throw thrown;
      // The call was refused for another reason, such as a sign-in with a wrong password: it keeps its own answer.
      console.error("[react-recourse] refresh failed, nobody is signed in:", toBareCause(thrown));
      return false;
    }
  }

  /**
   * Ends the session after a refusal. If another refresh or the person has replaced the token meanwhile, or the person
   * has signed out, nothing has ended.
   */
  async #end(refused: string, isSignedOut: () => boolean, error: ApiError): Promise<boolean> {
    const { token } = await this.#read();
    const whose = await this.#token.whose();
    if (isSignedOut()) return false;
    if (token !== refused) return true;
    this.#session.end(token, whose, error);
    return false;
  }
}
