import type { CallProgress } from "../retry/call-progress.ts";

/** A call that has succeeded. */
export interface ApiSuccess {
  route: string;
  /** Whether it was sent for somebody who is signed in. */
  isSigned: boolean;
}

/** Tells of one API's calls that succeed, whoever made them: what was wrong with the whole of it is over. */
export class ApiSuccesses {
  readonly #listeners = new Set<(success: ApiSuccess) => void>();

  note(route: string, { owner }: CallProgress): void {
    const success = { route, isSigned: owner?.identity !== undefined };
    for (const listener of [...this.#listeners]) listener(success);
  }

  /** @returns what calls it off */
  listen(listener: (success: ApiSuccess) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
