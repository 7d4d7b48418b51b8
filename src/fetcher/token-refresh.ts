import { ApiError } from "../error/api-error.ts";
import { readProperty } from "../error/read-property.ts";
import { tellReporter } from "../error/tell-reporter.ts";
import { toApiError } from "../error/to-api-error.ts";
import { readSecret, type Secret } from "./credentials.ts";
import { startDeadline } from "./deadline.ts";
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
  /** Told once when `refresh` has ended the session. The calls themselves fail with their own 401. */
  onSessionExpired?: (error: ApiError) => void;
  /** The Web Lock that the tabs of an origin share. Default `"react-recourse:refresh"`: give each API its own. */
  lockName?: string;
}

const refreshLimitMs = 30_000;

/** What an authorization server refuses a refresh with (RFC 6749, 5.2), and other servers. */
const refusals = new Set([400, 401, 403]);

/**
 * One token and its successors. Refreshes a token once, however many calls it was refused to, and never one that has
 * a successor already. Nobody's abort reaches a refresh.
 */
export class TokenRefresh {
  readonly #source: BearerOptions;
  /** Under way, by the token that was refused. */
  readonly #flights = new Map<string, Promise<boolean>>();
  /** For an app that does not store what `refresh` gives. */
  #successor: { of: string; token: string } | undefined;
  /** The token whose session is over. */
  #ended: string | undefined;
  /** Whether the app knows that, until there is a token again. */
  #isEndTold = false;

  constructor(source: BearerOptions) {
    this.#source = source;
  }

  /** The token to sign with; empty for none. */
  async current(): Promise<string> {
    return (await this.#read()).token;
  }

  async #read(): Promise<{ stored: string; token: string }> {
    const stored = await this.#stored();
    const token = this.#successor?.of === stored ? this.#successor.token : stored;
    if (token !== this.#ended) {
      this.#ended = undefined;
      if (token !== "") this.#isEndTold = false;
    }
    return { stored, token };
  }

  /**
   * Whether there is a token now that is not the refused one.
   * @throws what `refresh` rejected with where that did not end the session
   */
  async renew(refused: string): Promise<boolean> {
    if ((await this.current()) !== refused) return true;
    if (this.#ended === refused) return false;
    const flight = this.#flights.get(refused) ?? this.#start(refused);
    return flight;
  }

  #start(refused: string): Promise<boolean> {
    const flight = this.#refreshOnce(refused).finally(() => this.#flights.delete(refused));
    this.#flights.set(refused, flight);
    return flight;
  }

  async #refreshOnce(refused: string): Promise<boolean> {
    const { lockName = "react-recourse:refresh" } = this.#source;
    const deadline = startDeadline(refreshLimitMs, undefined);
    try {
      return await deadline.race(() =>
        withLock(lockName, deadline.signal, () => deadline.race(() => this.#refresh(refused))),
      );
    } finally {
      deadline.release();
    }
  }

  async #refresh(refused: string): Promise<boolean> {
    const before = await this.#read();
    // Another tab may have done it while this one waited for its turn.
    if (before.token !== refused) return true;
    try {
      const token = await this.#source.refresh?.();
      if (!token) return await this.#end(refused, noToken());
      const stored = await this.#stored();
      // Where the store has changed to another token, or to none, somebody has signed in or out meanwhile.
      const isUnchanged = stored === before.stored && stored !== token;
      this.#successor = isUnchanged ? { of: stored, token } : undefined;
      return true;
    } catch (thrown) {
      if (!isRefusal(thrown)) throw thrown;
      return this.#end(refused, toApiError(thrown));
    }
  }

  /** A refusal may come so late that another refresh, or the person, has replaced the token: then nothing has ended. */
  async #end(refused: string, error: ApiError): Promise<boolean> {
    if ((await this.current()) !== refused) return true;
    this.#ended = refused;
    const { onSessionExpired } = this.#source;
    if (onSessionExpired && !this.#isEndTold) tellReporter(onSessionExpired, error);
    this.#isEndTold = true;
    return false;
  }

  async #stored(): Promise<string> {
    return (await readSecret(this.#source.token)) ?? "";
  }
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
