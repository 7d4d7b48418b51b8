import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { ErrorToaster, queryDefaults, RecourseProvider } from "react-recourse";
import { sonnerAdapter } from "react-recourse/sonner";
import "react-recourse/styles.css";
import { Toaster, toast } from "sonner";
import { api } from "./client.ts";
import { SessionPage } from "./SessionPage.tsx";

const queryClient = new QueryClient({
  defaultOptions: queryDefaults(api, { toastMutations: true }),
});

const root = document.getElementById("root");
if (!root) throw new Error("the page has no #root");

createRoot(root).render(
  <QueryClientProvider client={queryClient}>
    <RecourseProvider api={api}>
      <SessionPage />
      <ErrorToaster adapter={sonnerAdapter(toast)} />
    </RecourseProvider>
    <Toaster />
  </QueryClientProvider>,
);
