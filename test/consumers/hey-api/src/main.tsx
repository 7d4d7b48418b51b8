import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ErrorToaster, queryDefaults, RecourseProvider } from "react-recourse";
import "react-recourse/styles.css";
import { api } from "./api";
import { SessionPage } from "./SessionPage";

const queryClient = new QueryClient({
  defaultOptions: queryDefaults(api, { toastMutations: true }),
});

createRoot(document.body.appendChild(document.createElement("main"))).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RecourseProvider api={api}>
        <SessionPage sessionId="s1" />
        <ErrorToaster />
      </RecourseProvider>
    </QueryClientProvider>
  </StrictMode>,
);
