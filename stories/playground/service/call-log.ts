import type { Failure, MockRoute } from "react-recourse/msw";

export interface LoggedCall {
  /** Counts calls since the last reset, starting at 1. */
  number: number;
  /** Epoch ms. */
  at: number;
  route: MockRoute;
  path: string;
  /** Undefined while no answer has left, and for good when none ever does. */
  status: number | undefined;
  requestId: string | undefined;
  /** The fault that was injected, if any. */
  failure: Failure | undefined;
}

const maxCalls = 100;

/** The latest calls, newest last: what really reached the service, retries included. */
export class CallLog {
  #calls: readonly LoggedCall[] = [];
  #count = 0;
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Notes a call's arrival; the function it gives notes the answer. */
  arrive(
    call: Pick<LoggedCall, "at" | "route" | "path" | "failure">,
  ): (response: Response) => void {
    this.#count += 1;
    const number = this.#count;
    const arrived = { ...call, number, status: undefined, requestId: undefined };
    this.#set([...this.#calls, arrived].slice(-maxCalls));
    return (response) => {
      // A network failure is a Response with status 0.
      const status = response.status || undefined;
      const requestId = response.headers.get("x-request-id") ?? undefined;
      this.#set(
        this.#calls.map((other) => (other === arrived ? { ...arrived, status, requestId } : other)),
      );
    };
  }

  list(): readonly LoggedCall[] {
    return this.#calls;
  }

  clear(): void {
    this.#count = 0;
    this.#set([]);
  }

  #set(calls: readonly LoggedCall[]): void {
    this.#calls = calls;
    this.#changed();
  }
}
