import { useQuery } from "@tanstack/react-query";
import createClient from "openapi-fetch";
import type { paths } from "../paths.ts";

const client = createClient<paths>({ baseUrl: "https://api.agntix.example" });

export function useSession(sessionId: string) {
  return useQuery({
    queryKey: ["sessions", sessionId],
    queryFn: async ({ signal }) => {
      const path = { sessionId };
      const { data, error } = await client.GET("/v1/sessions/{sessionId}", {
        params: { path },
        signal,
      });
      if (error) throw error;
      return data;
    },
  });
}
