import { QueryClientProvider } from "@tanstack/react-query";
import { queryClient } from "./query-client.ts";
import { SessionPage } from "./SessionPage.tsx";

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <SessionPage />
    </QueryClientProvider>
  );
}
