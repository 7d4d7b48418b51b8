import { QueryClient } from "@tanstack/react-query";
import { apiQueryOptions } from "react-recourse";
import type { CreateClient } from "./client.ts";
import { createKitApi } from "./kit.ts";
import { pollByQuery, readOnce } from "./observed-query.ts";

/** The kit by TanStack Query, as its hooks use it. */
export const kitQuery: CreateClient = (options) => {
  const api = createKitApi(options);
  const queryClient = new QueryClient();
  return {
    read: (sessionId) =>
      readOnce(
        queryClient,
        apiQueryOptions(
          api,
          "GET /v1/sessions/{sessionId}",
          { params: { sessionId } },
          { gcTime: 0 },
        ),
      ),
    poll: (list, everyMs, heard) =>
      pollByQuery(
        queryClient,
        apiQueryOptions(api, `GET /v1/${list}`, {}, { refetchInterval: everyMs }),
        heard,
      ),
  };
};
