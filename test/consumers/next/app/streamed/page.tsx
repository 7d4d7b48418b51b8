import {
  defaultShouldDehydrateQuery,
  dehydrate,
  HydrationBoundary,
  QueryClient,
} from "@tanstack/react-query";
import { connection } from "next/server";
import { Suspense } from "react";
import { ErrorBoundary } from "react-recourse";
import { newApi, sessionOptions } from "@/lib/api";
import { StreamedSession } from "./streamed-session";

export default async function Page() {
  await connection();
  const queryClient = new QueryClient({
    defaultOptions: {
      dehydrate: {
        // Next hides the error itself, and leaves the request id.
        shouldRedactErrors: () => false,
        shouldDehydrateQuery: (query) =>
          defaultShouldDehydrateQuery(query) || query.state.status === "pending",
      },
    },
  });
  void queryClient.prefetchQuery(sessionOptions(newApi(), "s1"));
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ErrorBoundary>
        <Suspense fallback="Loading…">
          <StreamedSession />
        </Suspense>
      </ErrorBoundary>
    </HydrationBoundary>
  );
}
