import { QueryClientProvider } from "@tanstack/react-query";
import { queryClient } from "./query-client.ts";
import { useSession } from "./sessions.ts";

function SessionName() {
  const session = useSession("ses_1001");
  if (session.isPending) return <p>Loading…</p>;
  if (session.isLoadingError) return <p>Something went wrong.</p>;
  return <h2>{session.data.name}</h2>;
}

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <SessionName />
    </QueryClientProvider>
  );
}
