import { QueryClientProvider } from "@tanstack/react-query";
import { ErrorToaster, RecourseProvider } from "react-recourse";
import "react-recourse/styles.css";
import { queryClient } from "./query-client.ts";
import { SessionPage } from "./SessionPage.tsx";
import { api } from "./sessions.ts";

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <RecourseProvider api={api}>
        <SessionPage />
        <ErrorToaster />
      </RecourseProvider>
    </QueryClientProvider>
  );
}
