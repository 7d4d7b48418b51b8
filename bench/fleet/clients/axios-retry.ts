import axios, { type AxiosError } from "axios";
import axiosRetry from "axios-retry";
import { type CreateClient, timeoutMs, urlClient } from "./client.ts";

/**
 * axios-retry with the delays that its README names: 3 retries after 0.2, 0.4 and 0.8 s and up to a fifth more.
 * `Retry-After` is heeded.
 *
 * In a browser axios sends by XMLHttpRequest, whose time-out it calls ECONNABORTED, and axios-retry then tries no more.
 * By `fetch`, which a simulation can give it, the same is ETIMEDOUT: it is called here as in a browser.
 */
export const axiosRetryClient: CreateClient = ({ fetch }) => {
  const api = axios.create({ adapter: "fetch", env: { fetch }, timeout: timeoutMs });
  api.interceptors.response.use(undefined, (error: AxiosError) => {
    if (error.code === "ETIMEDOUT") error.code = "ECONNABORTED";
    throw error;
  });
  axiosRetry(api, { retryDelay: axiosRetry.exponentialDelay, shouldResetTimeout: true });
  return urlClient((url) => api.get(url));
};
