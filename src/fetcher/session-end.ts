import type { ApiError } from "../error/api-error.ts";
import { tellReporter } from "../error/tell-reporter.ts";
import { monotonicMs } from "../retry/clock.ts";
import type { Identity } from "./identity.ts";

/** After a refusal, `refresh` is asked again by hand at most once in this time. */
const pressIntervalMs = 1_000;

interface Ended {
  /** Empty for a session that a cookie may have held. */
  token: string;
  /** Who the app has named since: the person whose session is over, or nobody. */
  whose: Identity;
  /** From when on a call by hand counts, on the monotonic clock. */
  pressFromMs: number;
}

/** Whether the session of a token is over, when `refresh` may be asked again, and whether the app is told. */
export class SessionEnd {
  readonly #app: { onSessionExpired?: (error: ApiError) => void };
  #ended: Ended | undefined;
  #isSignedIn = false;

  constructor(app: { onSessionExpired?: (error: ApiError) => void }) {
    this.#app = app;
  }

  /**
   * Whether there has been a session, by a token or a renewal that worked, since the last end that the app knows of. If
   * not, a refusal says only that nobody is signed in.
   */
  get isSignedIn(): boolean {
    return this.#isSignedIn;
  }

  isOver(token: string): boolean {
    return token === this.#ended?.token;
  }

  /**
   * Whether `refresh` may be asked for this token. Once the session is over, only a call by hand may ask: the person
   * may have signed in where this page cannot see it, such as another tab that keeps its tokens in memory.
   * @param pressedAtMs when the person began the call by hand; before the session's end, it does not count
   */
  mayAsk(token: string, pressedAtMs: number | undefined): boolean {
    if (!this.#ended || !this.isOver(token)) return true;
    return pressedAtMs !== undefined && pressedAtMs >= this.#ended.pressFromMs;
  }

  /**
   * Notes the current token. With another token, or a person who was not named before, the session is a new one.
   * @param whose who is signed in, if the app says so and the session was over
   */
  see(token: string, whose: Identity): void {
    const ended = this.#ended;
    if (token === ended?.token && (whose === undefined || whose === ended.whose)) {
      ended.whose = whose;
      return;
    }
    this.#ended = undefined;
    if (token !== "") this.#isSignedIn = true;
  }

  /** `refresh` has given a token. */
  renewed(): void {
    this.#ended = undefined;
    this.#isSignedIn = true;
  }

  /** `refresh` has been refused for this token. */
  end(token: string, whose: Identity, error: ApiError): void {
    const nowMs = monotonicMs();
    const pressFromMs = this.isOver(token) ? nowMs + pressIntervalMs : nowMs;
    this.#ended = { token, whose, pressFromMs };
    const hasToKnow = this.#isSignedIn;
    this.#isSignedIn = false;
    const { onSessionExpired } = this.#app;
    if (hasToKnow && onSessionExpired) tellReporter(onSessionExpired, error);
  }

  /** The person has signed out: what ends after that is nobody's session. The same cookie may hold the next one. */
  forget(): void {
    if (this.#ended?.token === "") this.#ended = undefined;
    this.#isSignedIn = false;
  }
}
