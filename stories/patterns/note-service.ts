import { HttpResponse } from "msw";
import { errorResponse } from "react-recourse/msw";

export type Person = "Ada" | "Bob";

export interface ArrivedNote {
  /** Starts at 1, in the order in which they came. */
  number: number;
  /** Whose key it was signed with. */
  signer: Person | "nobody";
  text: string;
  status: number;
}

/** A service that keeps notes for whoever signs them, and shows what has arrived. */
export class NoteService {
  /** Whose key the page has. */
  signedIn: Person | undefined = "Ada";
  isDown = true;
  #arrived: readonly ArrivedNote[] = [];
  readonly #listeners = new Set<() => void>();

  /** What the page signs with. */
  readonly key = (): string | undefined => this.signedIn && `key-of-${this.signedIn}`;

  readonly fetch: typeof fetch = async (_input, init) => {
    const key = new Headers(init?.headers).get("x-api-key");
    const signer = (["Ada", "Bob"] as const).find((person) => key === `key-of-${person}`);
    const answer = this.#answer(signer);
    const { text } = JSON.parse(String(init?.body));
    const { status } = answer;
    const number = this.#arrived.length + 1;
    this.#arrived = [...this.#arrived, { number, signer: signer ?? "nobody", text, status }];
    for (const listener of this.#listeners) listener();
    return answer;
  };

  /** The same array until a note arrives. */
  readonly arrived = (): readonly ArrivedNote[] => this.#arrived;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #answer(signer: Person | undefined): Response {
    if (!signer) return errorResponse(401);
    if (this.isDown) return errorResponse(503);
    return HttpResponse.json({ saved: true }, { status: 201 });
  }
}
