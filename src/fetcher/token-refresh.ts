import { ApiError } from "../error/api-error.ts";
import { readProperty } from "../error/read-property.ts";
import { tellReporter } from "../error/tell-reporter.ts";
import { toApiError } from "../error/to-api-error.ts";
import type { Secret } from "./credentials.ts";
import { startDeadline } from "./deadline.ts";
import type { Identity, IdentitySource } from "./identity.ts";
import { TabChannel } from "./tab-channel.ts";
import { TokenLineage } from "./token-lineage.ts";
import { type TokenReading, TokenSource } from "./token-source.ts";
import { withLock } from "./web-lock.ts";

export interface BearerOptions {
  /** Asked before each attempt. */
  token: () => Secret | Promise<Secret>;
  /**
   * Gets a new token, and stores it where `token` finds it before it resolves: that is what other tabs go by. Must not
   * go through the API that it signs, which would wait for itself. Ends the session by giving no token or rejecting
   * with a `status` of 400, 401 or 403; any other rejection is the failure of the calls that wait. Limited to 30 s.
   */
  refresh?: () => Promise<Secret>;
  /**
   * The id of who is signed in, or nothing for nobody. Default: a JWT's issuer and subject, else the token itself and
   * those that `refresh` made of it.
   */
  identity?: IdentitySource;
  /** Told once when `refresh` has ended the session. The calls themselves fail with their own 401. */
  onSessionExpired?: (error: ApiError) => void;
  /** The Web Lock that the tabs of an origin share. Default `"react-recourse:refresh"`: give each API its own. */
  lockName?: string;
}

const refreshLimitMs = 30_000;

const defaultLockName = "react-recourse:refresh";

/** How long a call waits for a refresh that has stored its token already. */
const flightLimitMs = 1_000;

/** How long another tab's word of a token that it renewed may be on its way. */
const wordLimitMs = 250;

/** What an authorization server refuses a refresh with (RFC 6749, 5.2), and other servers. */
const refusals = new Set([400, 401, 403]);

/**
 * One token and its successors. Refreshes a token once, however many calls it was refused to, and never one that has
 * a successor already. Nobody's abort reaches a refresh.
 */
export class TokenRefresh {
  readonly #app: BearerOptions;
  readonly #token: TokenSource;
  /** Under way, by the token that was refused. */
  readonly #flights = new Map<string, Promise<boolean>>();
  readonly #tabs: TabChannel;
  readonly #lineage: TokenLineage;
  /** Raised when the person signs out: what a refresh gives that began before is not kept. */
  #sessions = 0;
  /** The token that was read last. */
  #last = "";
  /** Ends when it is known whose that is. */
  #learning: Promise<void> | undefined;
  /** The token whose session is over. */
  #ended: string | undefined;
  /** Whether the person has pressed something since: they may be signed in again, of which no token tells. */
  #isAskedByHand = false;
  /** Whether the app knows that, until there is a token again. */
  #isEndTold = false;

  constructor(app: BearerOptions) {
    this.#app = app;
    this.#token = new TokenSource(app.token, app.identity);
    this.#tabs = new TabChannel(app.lockName ?? defaultLockName);
    this.#lineage = new TokenLineage(this.#tabs);
  }

  /** The token to sign with; empty for none. */
  async current(): Promise<string> {
    if (this.#app.refresh) this.#tabs.open();
    const { token } = await this.#read();
    if (token !== this.#last) {
      this.#learning = this.#last === "" ? undefined : this.#learnWhose(token, this.#last);
      this.#last = token;
    }
    await this.#learning;
    if (token === this.#ended && isPressed()) this.#isAskedByHand = true;
    return token;
  }

  /** A token that is new here may have been stored by a refresh that has not ended yet, here or in another tab. */
  async #learnWhose(token: string, before: string): Promise<void> {
    const flight = this.#flights.get(before);
    const deadline = startDeadline(flightLimitMs, undefined);
    if (flight) await deadline.race(() => flight).catch(() => {});
    deadline.release();
    await this.#lineage.settle(token, this.identityOf(before), wordLimitMs);
  }

  /** Whose a token is. */
  identityOf(token: string): Identity {
    return this.#lineage.identityOf(token);
  }

  /** The person has signed out. */
  forget(): void {
    this.#token.forget();
    this.#sessions += 1;
    // The next person has a session of their own to renew.
    this.#flights.clear();
    this.#ended = undefined;
    this.#isEndTold = false;
  }

  async #read(): Promise<TokenReading> {
    const reading = await this.#token.read();
    const { token } = reading;
    if (token !== this.#ended) {
      this.#ended = undefined;
      if (token !== "") this.#isEndTold = false;
    }
    return reading;
  }

  /**
   * Whether there is a token now that is not the refused one.
   * @throws what `refresh` rejected with where that did not end the session
   */
  async renew(refused: string): Promise<boolean> {
    if ((await this.current()) !== refused) return true;
    if (this.#ended === refused && !this.#isAskedByHand) return false;
    this.#isAskedByHand = false;
    const flight = this.#flights.get(refused) ?? this.#start(refused);
    return flight;
  }

  #start(refused: string): Promise<boolean> {
    const flight = this.#refreshOnce(refused).finally(() => {
      if (this.#flights.get(refused) === flight) this.#flights.delete(refused);
    });
    this.#flights.set(refused, flight);
    return flight;
  }

  async #refreshOnce(refused: string): Promise<boolean> {
    const deadline = startDeadline(refreshLimitMs, undefined);
    try {
      return await deadline.race(() =>
        withLock(this.#tabs.name, deadline.signal, () =>
          deadline.race(() => this.#refresh(refused)),
        ),
      );
    } finally {
      deadline.release();
    }
  }

  async #refresh(refused: string): Promise<boolean> {
    const before = await this.#read();
    const session = this.#sessions;
    // Another tab may have done it while this one waited for its turn.
    if (before.token !== refused) return true;
    // What follows a session that is over is another one, maybe another person's.
    const isRenewal = this.#ended !== refused;
    try {
      const token = await this.#app.refresh?.();
      if (!token) return await this.#end(refused, session, noToken());
      const after = await this.#token.read();
      if (session !== this.#sessions) return false;
      if (isRenewal) this.#lineage.carry(refused, token);
      this.#token.keep(token, before, after);
      return true;
    } catch (thrown) {
      if (!isRefusal(thrown)) throw thrown;
      return this.#end(refused, session, toApiError(thrown));
    }
  }

  /** A refusal may come so late that another refresh, or the person, has replaced the token: then nothing has ended. */
  async #end(refused: string, session: number, error: ApiError): Promise<boolean> {
    if (session !== this.#sessions) return false;
    if ((await this.#read()).token !== refused) return true;
    this.#ended = refused;
    const { onSessionExpired } = this.#app;
    if (onSessionExpired && !this.#isEndTold) tellReporter(onSessionExpired, error);
    this.#isEndTold = true;
    return false;
  }
}

/** Within seconds of a press (HTML, "user activation"); not where the engine does not say. */
function isPressed(): boolean {
  return globalThis.navigator?.userActivation?.isActive === true;
}

/** An `ApiError`, a Response or another library's error: all have a `status`, or a `response` that does. */
function isRefusal(thrown: unknown): boolean {
  return refusals.has(statusOf(thrown)) || refusals.has(statusOf(readProperty(thrown, "response")));
}

function statusOf(value: unknown): number {
  const status = readProperty(value, "status");
  return typeof status === "number" ? status : 0;
}

function noToken(): ApiError {
  return new ApiError({
    code: "UNAUTHORIZED",
    kind: "unauthorized",
    status: 401,
    message: "The session could not be renewed: refresh gave no token.",
  });
}
