import { type Client, type ClientOptions, failureInBody, timeoutMs } from "./client.ts";

class HttpError extends Error {
  constructor(
    readonly status: number,
    readonly body: unknown,
  ) {
    super(`HTTP ${status}`);
  }
}

/** The least that does the same: `fetch`, a timer that aborts it, and an error that holds the body. */
export function bareFetch({ baseUrl, fetch }: ClientOptions): Client {
  return {
    async read(sessionId) {
      const controller = new AbortController();
      const timer = setTimeout(() => controller.abort(), timeoutMs);
      try {
        const url = `${baseUrl}/v1/sessions/${encodeURIComponent(sessionId)}`;
        const response = await fetch(url, { signal: controller.signal });
        const body: unknown = await response.json();
        if (!response.ok) throw new HttpError(response.status, body);
        return body;
      } finally {
        clearTimeout(timer);
      }
    },
    failureOf: (thrown) => failureInBody(thrown instanceof HttpError ? thrown.body : undefined),
  };
}
