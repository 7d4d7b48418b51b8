import type { DehydratedState } from "@tanstack/react-query";
import { ApiError } from "../../src/error/api-error.ts";
import { useApiQuery } from "../../src/query/useApiQuery.ts";
import { envelope, fakeFetch, quietApi } from "../fetcher/fake-fetch.ts";

/** The query that these tests let fail elsewhere, on a server or at the page's last visit. */
export const route = "GET /v1/sessions/s1";
export const gone = () => envelope(404, "SESSION_NOT_FOUND");
export const goneFields = {
  code: "SESSION_NOT_FOUND",
  kind: "notFound",
  status: 404,
  requestId: "req_01",
};

export const apiOf = (...answers: Response[]) => quietApi(fakeFetch(...answers).fetch);
export const everything = { shouldDehydrateQuery: () => true, shouldDehydrateMutation: () => true };

/** As a page gets it from a server, or from its storage. */
export const throughJson = (state: DehydratedState): DehydratedState =>
  JSON.parse(JSON.stringify(state));

/** Every error that a component sees, render by render. */
export function seenErrors() {
  const seen: unknown[] = [];
  const Query = () => {
    seen.push(useApiQuery(route, {}, { retryOnMount: false, staleTime: "static" }).error);
    return null;
  };
  return { seen, Query };
}

export const isApiError = (error: unknown) => error instanceof ApiError;
