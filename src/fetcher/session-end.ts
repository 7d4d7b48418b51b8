import type { ApiError } from "../error/api-error.ts";
import { tellReporter } from "../error/tell-reporter.ts";
import { monotonicMs } from "../retry/clock.ts";
import type { Identity } from "./identity.ts";

/** How often the person may have `refresh` asked once more that has refused them. */
const pressIntervalMs = 1_000;

interface Ended {
  /** Empty for a session that a cookie might have held. */
  token: string;
  /** Who has been named since, where the app names people: the one whose session is over, or nobody. */
  whose: Identity;
  /** From when on a press counts, on the monotonic clock. */
  pressFromMs: number;
}

/** Whether the session is over whose tokens `refresh` renews, when it is asked for again, and whether the app is told. */
export class SessionEnd {
  readonly #app: { onSessionExpired?: (error: ApiError) => void };
  #ended: Ended | undefined;
  #isSignedIn = false;

  constructor(app: { onSessionExpired?: (error: ApiError) => void }) {
    this.#app = app;
  }

  /**
   * Whether there has been a session: a token, or a renewal that worked, since the last end that the app knows of. Until
   * then a refusal says only that nobody is signed in.
   */
  get isSignedIn(): boolean {
    return this.#isSignedIn;
  }

  isOver(token: string): boolean {
    return token === this.#ended?.token;
  }

  /**
   * Whether `refresh` may be asked for this token. Once its session is over only the person may have it asked: they may
   * have signed in where this page cannot see it, as in another tab whose tokens stay in its memory.
   * @param pressedAtMs when the person began by hand the call that needs it: before the end counts for nothing
   */
  mayAsk(token: string, pressedAtMs: number | undefined): boolean {
    if (!this.#ended || !this.isOver(token)) return true;
    return pressedAtMs !== undefined && pressedAtMs >= this.#ended.pressFromMs;
  }

  /**
   * Takes in what there is now. With another token, or a person who was not named before, the session is a new one.
   * @param whose who is signed in, where the app says so and the session was over
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

  /** The person has signed out: what ends now is nobody's session. The same cookie may hold the next one's. */
  forget(): void {
    if (this.#ended?.token === "") this.#ended = undefined;
    this.#isSignedIn = false;
  }
}
