import type { ApiError } from "../error/api-error.ts";
import { tellReporter } from "../error/tell-reporter.ts";

/** Whether the session is over whose tokens `refresh` renews, and whether the app has to be told. */
export class SessionEnd {
  readonly #onSessionExpired: ((error: ApiError) => void) | undefined;
  /** The token whose session is over; empty for a session that a cookie might have held. */
  #ended: string | undefined;
  #isSignedIn = false;

  constructor(onSessionExpired: ((error: ApiError) => void) | undefined) {
    this.#onSessionExpired = onSessionExpired;
  }

  /**
   * Whether there has been a session: a token, or a renewal that worked, since the last end that the app knows of. Until
   * then a refusal says only that nobody is signed in.
   */
  get isSignedIn(): boolean {
    return this.#isSignedIn;
  }

  isOver(token: string): boolean {
    return token === this.#ended;
  }

  /** Takes in what the token is now. With another one the session is not over any more. */
  see(token: string): void {
    if (this.isOver(token)) return;
    this.#ended = undefined;
    if (token !== "") this.#isSignedIn = true;
  }

  /** `refresh` has given a token. */
  renewed(): void {
    this.#ended = undefined;
    this.#isSignedIn = true;
  }

  /** `refresh` has been refused for this token. */
  end(token: string, error: ApiError): void {
    const hasToKnow = this.#isSignedIn;
    this.#ended = token;
    this.#isSignedIn = false;
    if (hasToKnow && this.#onSessionExpired) tellReporter(this.#onSessionExpired, error);
  }

  /** The person has signed out: what ends now is nobody's session. The same cookie may hold the next one's. */
  forget(): void {
    if (this.#ended === "") this.#ended = undefined;
    this.#isSignedIn = false;
  }
}
