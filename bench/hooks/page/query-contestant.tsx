import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import type { Contestant, Session } from "./contestant.ts";

/** TanStack Query as it comes, over a function that reads a session. */
export function queryContestant(
  read: (sessionId: string, signal: AbortSignal) => Promise<Session>,
): Contestant {
  const queryClient = new QueryClient();
  return {
    Frame: ({ children }) => (
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    ),
    useName: (sessionId) =>
      useQuery({
        queryKey: ["sessions", sessionId],
        queryFn: ({ signal }) => read(sessionId, signal),
      }).data?.name,
  };
}
