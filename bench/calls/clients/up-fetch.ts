import { ResponseError, up } from "up-fetch";
import { type Client, type ClientOptions, failureInBody, timeoutMs } from "./client.ts";

export function upFetch({ baseUrl, fetch }: ClientOptions): Client {
  const api = up(fetch, () => ({ baseUrl, timeout: timeoutMs }));
  return {
    read: (sessionId) => api(`/v1/sessions/${encodeURIComponent(sessionId)}`),
    failureOf: (thrown) => failureInBody(thrown instanceof ResponseError ? thrown.data : undefined),
  };
}
