import { MutationCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { Toaster, toast } from "sonner";
import { SessionPage } from "./SessionPage.tsx";

const queryClient = new QueryClient({
  mutationCache: new MutationCache({ onError: (error) => toast.error(error.message) }),
});

const root = document.getElementById("root");
if (!root) throw new Error("the page has no #root");

createRoot(root).render(
  <QueryClientProvider client={queryClient}>
    <SessionPage />
    <Toaster />
  </QueryClientProvider>,
);
