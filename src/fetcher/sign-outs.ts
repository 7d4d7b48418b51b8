import { Listeners } from "../error/listeners.ts";

/** Counts and tells how often the person has signed out, for whatever must not go on after it. */
export class SignOuts extends Listeners<[]> {
  #count = 0;

  note(): void {
    this.#count += 1;
    this.tell();
  }

  /** Whether the person has signed out since this was asked for. */
  readonly sinceNow = (): (() => boolean) => {
    const before = this.#count;
    return () => this.#count !== before;
  };
}
