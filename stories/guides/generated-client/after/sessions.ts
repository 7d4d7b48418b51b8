import { useQuery } from "@tanstack/react-query";
import createClient from "openapi-fetch";
import { createApi, toApiError } from "react-recourse";
import type { paths } from "../paths.ts";

export const api = createApi({ baseUrl: "https://api.agntix.example" });

const client = createClient<paths>({ baseUrl: "https://api.agntix.example", fetch: api.fetch });

export function useSession(sessionId: string) {
  return useQuery({
    queryKey: ["sessions", sessionId],
    queryFn: async ({ signal }) => {
      const path = { sessionId };
      const { data, error, response } = await client.GET("/v1/sessions/{sessionId}", {
        params: { path },
        signal,
      });
      if (error !== undefined) throw toApiError(response);
      return data;
    },
  });
}
