import axios from "axios";
import { type Client, type ClientOptions, failureInBody, timeoutMs } from "./client.ts";

export function axiosClient({ baseUrl, fetch }: ClientOptions): Client {
  const api = axios.create({
    baseURL: baseUrl,
    adapter: "fetch",
    env: { fetch },
    timeout: timeoutMs,
  });
  return {
    async read(sessionId) {
      const { data } = await api.get<unknown>(`/v1/sessions/${encodeURIComponent(sessionId)}`);
      return data;
    },
    failureOf: (thrown) =>
      failureInBody(axios.isAxiosError(thrown) ? thrown.response?.data : undefined),
  };
}
