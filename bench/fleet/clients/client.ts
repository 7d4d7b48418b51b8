import type { RetryOptions } from "react-recourse/core";

/** One page, or one tab, with its own instance of a client library. */
export interface Client {
  /** Reads one of many sessions, as often as the library tries. Rejects when it gives up. */
  read(sessionId: string): Promise<unknown>;
  /** Reads a list now and then every so often, for good. */
  poll(list: string, everyMs: number, heard: PollHeard): void;
}

/** What a page hears of a list that it polls. */
export interface PollHeard {
  /** A poll begins. Retries are part of it. */
  onBegun(): void;
  /** There is new data, of this poll or by whatever the library does between two. */
  onData(): void;
}

export interface ClientOptions {
  fetch: typeof fetch;
  /** Of the kit, over its defaults. */
  kitRetry: RetryOptions;
}

export type CreateClient = (options: ClientOptions) => Client;

/** Each attempt's time-out, the same for every client. */
export const timeoutMs = 2_000;

export const baseUrl = "https://api.example.com";

/** A client whose way to read anything is its URL. */
export function urlClient(read: (url: string) => Promise<unknown>): Client {
  return {
    read: (sessionId) => read(`${baseUrl}/v1/sessions/${sessionId}`),
    poll: (list, everyMs, heard) =>
      pollByTimer(() => read(`${baseUrl}/v1/${list}`), everyMs, heard),
  };
}

/** A turn is left out while the last read is under way: no page would want a second one beside it. */
export function pollByTimer(
  read: () => Promise<unknown>,
  everyMs: number,
  { onBegun, onData }: PollHeard,
): void {
  let isReading = false;
  const takeTurn = () => {
    if (isReading) return;
    isReading = true;
    onBegun();
    read()
      // What failed is read again at the next turn.
      .then(onData, () => {})
      .finally(() => {
        isReading = false;
      });
  };
  takeTurn();
  setInterval(takeTurn, everyMs);
}
