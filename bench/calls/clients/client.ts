export interface ClientOptions {
  baseUrl: string;
  fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
}

/** What a caller learns of an error's body. */
export interface KnownFailure {
  code: unknown;
  requestId: unknown;
}

/** A client of the API, each as its own documentation shows it, with a time-out. */
export interface Client {
  /** Gives the session as it was answered. */
  read(sessionId: string): Promise<unknown>;
  /** What an error that `read` threw says of the answer. */
  failureOf(thrown: unknown): KnownFailure | Promise<KnownFailure>;
}

export const timeoutMs = 30_000;

/** Reads the API's envelope out of a body. */
export function failureInBody(body: unknown): KnownFailure {
  const error = memberOf(body, "error");
  return { code: memberOf(error, "code"), requestId: memberOf(error, "requestId") };
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
