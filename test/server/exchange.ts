import type { ServerResponse } from "node:http";

/** What arrived, kept so that tests can count attempts and measure the gaps between them. */
export interface RecordedRequest {
  readonly method: string;
  /** Without the query string. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case, repeated headers joined with a comma. */
  readonly headers: Readonly<Record<string, string>>;
  /** Empty until it has arrived; what came of it, where the client hung up. */
  body: string;
  /** On `performance.now()`'s clock. */
  readonly atMs: number;
  /** The answer's `X-Request-Id`, and its envelope's where a reply gives no other. */
  readonly requestId: string;
  /** The client hung up before it had the whole answer. */
  aborted: boolean;
}

/** One request and the answer to be given to it. */
export interface Exchange {
  readonly request: RecordedRequest;
  readonly response: ServerResponse;
  /** Fresh for every request; the answer's `X-Request-Id`, whatever its body. */
  readonly requestId: string;
  /** Ends the connection from this side: `"reset"` with RST, `"end"` with FIN. */
  hangUp(how: "reset" | "end"): void;
  /** Waits; false when the connection was closed meanwhile. */
  wait(ms: number): Promise<boolean>;
}

/** Answers an exchange, or fails to in a certain way. */
export type Reply = (exchange: Exchange) => void | Promise<void>;
