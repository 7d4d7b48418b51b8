import { BetterFetchError, createFetch } from "@better-fetch/fetch";
import { type Client, type ClientOptions, failureInBody, timeoutMs } from "./client.ts";

export function betterFetchClient({ baseUrl, fetch }: ClientOptions): Client {
  const api = createFetch({
    baseURL: baseUrl,
    customFetchImpl: fetch,
    timeout: timeoutMs,
    throw: true,
  });
  return {
    read: (sessionId) => api("/v1/sessions/:sessionId", { params: { sessionId } }),
    failureOf: (thrown) =>
      failureInBody(thrown instanceof BetterFetchError ? thrown.error : undefined),
  };
}
