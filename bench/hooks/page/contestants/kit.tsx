import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createApi, RecourseProvider, useApiQuery } from "react-recourse";
import type { Contestant, Session } from "../contestant.ts";

const api = createApi({ baseUrl: "https://api.agntix.ai" });
const queryClient = new QueryClient();

export const contestant: Contestant = {
  Frame: ({ children }) => (
    <QueryClientProvider client={queryClient}>
      <RecourseProvider api={api}>{children}</RecourseProvider>
    </QueryClientProvider>
  ),
  useName: (sessionId) =>
    useApiQuery<"GET /v1/sessions/{sessionId}", Session>("GET /v1/sessions/{sessionId}", {
      params: { sessionId },
    }).data?.name,
};
