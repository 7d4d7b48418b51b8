import { dehydrate, HydrationBoundary, QueryClient, useQuery } from "@tanstack/react-query";
import { ErrorCard, useApi } from "react-recourse";
import { newApi, sessionOptions } from "../api";
import { MessageForm } from "../MessageForm";
import type { Route } from "./+types/prefetched";

export async function loader() {
  const queryClient = new QueryClient();
  await queryClient.prefetchQuery(sessionOptions(newApi(), "s1"));
  return dehydrate(queryClient);
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return (
    <HydrationBoundary state={loaderData}>
      <SessionPage />
    </HydrationBoundary>
  );
}

function SessionPage() {
  const { data, error, refetch } = useQuery(sessionOptions(useApi(), "s1"));
  if (error) return <ErrorCard error={error} onRetry={refetch} />;
  if (!data) return <p>Loading…</p>;
  return (
    <>
      <h1>Session {data.id}</h1>
      <MessageForm sessionId={data.id} />
    </>
  );
}
