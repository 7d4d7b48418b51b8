"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { ErrorToaster, queryDefaults, RecourseProvider } from "react-recourse";
import { newApi } from "@/lib/api";

export function Providers({ children }: { children: ReactNode }) {
  const [api] = useState(newApi);
  const [queryClient] = useState(() => {
    const { queries, mutations } = queryDefaults(api, { toastMutations: true });
    return new QueryClient({
      defaultOptions: {
        // What the server has loaded is not loaded again at once.
        queries: { ...queries, staleTime: 60_000 },
        mutations,
        hydrate: { queries: { retry: false } },
      },
    });
  });
  return (
    <QueryClientProvider client={queryClient}>
      <RecourseProvider api={api}>
        {children}
        <ErrorToaster />
      </RecourseProvider>
    </QueryClientProvider>
  );
}
