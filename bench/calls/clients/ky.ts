import ky, { HTTPError } from "ky";
import { type Client, type ClientOptions, failureInBody, timeoutMs } from "./client.ts";

export function kyClient({ baseUrl, fetch }: ClientOptions): Client {
  const api = ky.create({ prefixUrl: baseUrl, fetch, timeout: timeoutMs });
  return {
    read: (sessionId) => api.get(`v1/sessions/${encodeURIComponent(sessionId)}`).json(),
    async failureOf(thrown) {
      return failureInBody(thrown instanceof HTTPError ? await thrown.response.json() : undefined);
    },
  };
}
