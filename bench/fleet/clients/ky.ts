import ky from "ky";
import { type CreateClient, timeoutMs, urlClient } from "./client.ts";

/** ky as it comes: 2 retries after 0.3 and 0.6 s, none after a time-out. `Retry-After` is heeded. */
export const kyClient: CreateClient = ({ fetch }) => {
  const api = ky.create({ fetch, timeout: timeoutMs });
  return urlClient((url) => api.get(url).json());
};
