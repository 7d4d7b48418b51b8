import { QueryClient } from "@tanstack/react-query";
import ky from "ky";
import { type CreateClient, timeoutMs } from "./client.ts";
import { queryOfUrls } from "./observed-query.ts";

/** ky inside TanStack Query, both as they come: two layers that retry, 12 requests at most. */
export const kyInQuery: CreateClient = ({ fetch }) => {
  const api = ky.create({ fetch, timeout: timeoutMs });
  return queryOfUrls(new QueryClient(), (url) => api.get(url).json());
};
