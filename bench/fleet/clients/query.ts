import { QueryClient } from "@tanstack/react-query";
import type { CreateClient } from "./client.ts";
import { queryOfUrls } from "./observed-query.ts";
import { fetchJson } from "./plain-fetch.ts";

/** TanStack Query as it comes over `fetch`: 3 retries after 1, 2 and 4 s of whatever failed, no jitter. */
export const query: CreateClient = ({ fetch }) =>
  queryOfUrls(new QueryClient(), (url) => fetchJson(fetch, url));
