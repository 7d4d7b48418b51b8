import { createApi, isApiError } from "react-recourse/core";
import { type Client, type ClientOptions, timeoutMs } from "./client.ts";

/** `api.request`. */
export function kitRequest({ baseUrl, fetch }: ClientOptions): Client {
  const api = createApi({ baseUrl, fetch, timeoutMs, onError() {} });
  return {
    read: (sessionId) => api.request("GET /v1/sessions/{sessionId}", { params: { sessionId } }),
    failureOf: (thrown) =>
      isApiError(thrown) ? thrown : { code: undefined, requestId: undefined },
  };
}
