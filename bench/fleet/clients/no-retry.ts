import { type CreateClient, urlClient } from "./client.ts";
import { fetchJson } from "./plain-fetch.ts";

/** `fetch` alone: what a server has to bear at least. */
export const noRetry: CreateClient = ({ fetch }) => urlClient((url) => fetchJson(fetch, url));
