import { QueryClientProvider } from "@tanstack/react-query";
import { ErrorCard, ErrorToaster, RecourseProvider } from "react-recourse";
import "react-recourse/styles.css";
import { queryClient } from "./query-client.ts";
import { api, useSession } from "./sessions.ts";

function SessionName() {
  const session = useSession("ses_1001");
  if (session.isPending) return <p>Loading…</p>;
  if (session.isLoadingError) return <ErrorCard error={session.error} onRetry={session.refetch} />;
  return <h2>{session.data.name}</h2>;
}

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <RecourseProvider api={api}>
        <SessionName />
        <ErrorToaster />
      </RecourseProvider>
    </QueryClientProvider>
  );
}
