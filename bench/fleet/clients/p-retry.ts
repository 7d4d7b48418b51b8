import pRetry from "p-retry";
import { type CreateClient, urlClient } from "./client.ts";
import { fetchJson } from "./plain-fetch.ts";

/** p-retry as it comes: 10 retries, the first after 1 s, each wait twice the last, no jitter. */
export const pRetryClient: CreateClient = ({ fetch }) =>
  urlClient((url) => pRetry(() => fetchJson(fetch, url)));
