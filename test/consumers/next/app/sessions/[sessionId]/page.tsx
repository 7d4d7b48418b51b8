import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { newApi, sessionOptions } from "@/lib/api";
import { SessionPage } from "./session-page";

export default async function Page({ params }: { params: Promise<{ sessionId: string }> }) {
  const { sessionId } = await params;
  const queryClient = new QueryClient();
  await queryClient.prefetchQuery(sessionOptions(newApi(), sessionId));
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <SessionPage sessionId={sessionId} />
    </HydrationBoundary>
  );
}
