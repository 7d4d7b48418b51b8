import { Listeners } from "../error/listeners.ts";

/** Counts sign-outs and tells listeners of them, for whatever must not go on after one. */
export class SignOuts extends Listeners<[]> {
  #count = 0;

  note(): void {
    this.#count += 1;
    this.tell();
  }

  /** Returns a function that says whether the person has signed out since. */
  readonly sinceNow = (): (() => boolean) => {
    const before = this.#count;
    return () => this.#count !== before;
  };
}
