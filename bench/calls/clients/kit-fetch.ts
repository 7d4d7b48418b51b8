import { createApi, toApiError } from "react-recourse/core";
import { type Client, type ClientOptions, timeoutMs } from "./client.ts";

/** `api.fetch`, and of an answer that is not ok its ApiError. */
export function kitFetch({ baseUrl, fetch }: ClientOptions): Client {
  const api = createApi({ baseUrl, fetch, timeoutMs, onError() {} });
  return {
    async read(sessionId) {
      const response = await api.fetch(`${baseUrl}/v1/sessions/${encodeURIComponent(sessionId)}`);
      if (!response.ok) throw toApiError(response);
      return response.json();
    },
    failureOf: (thrown) => toApiError(thrown),
  };
}
