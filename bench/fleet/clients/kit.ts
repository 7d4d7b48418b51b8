import { createApi } from "react-recourse/core";
import {
  baseUrl,
  type ClientOptions,
  type CreateClient,
  pollByTimer,
  timeoutMs,
} from "./client.ts";

export function createKitApi({ fetch, kitRetry }: ClientOptions) {
  return createApi({ baseUrl, fetch, timeoutMs, retry: kitRetry, onError() {} });
}

/** The kit by `api.request`, without TanStack Query. */
export const kit: CreateClient = (options) => {
  const api = createKitApi(options);
  return {
    read: (sessionId) => api.request("GET /v1/sessions/{sessionId}", { params: { sessionId } }),
    poll: (list, everyMs, heard) =>
      pollByTimer(() => api.request(`GET /v1/${list}`), everyMs, heard),
  };
};
