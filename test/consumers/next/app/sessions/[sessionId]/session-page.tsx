"use client";

import { useQuery } from "@tanstack/react-query";
import { ErrorCard, useApi } from "react-recourse";
import { sessionOptions } from "@/lib/api";
import { MessageForm } from "@/lib/message-form";

export function SessionPage({ sessionId }: { sessionId: string }) {
  const { data, error, refetch } = useQuery(sessionOptions(useApi(), sessionId));
  if (error) return <ErrorCard error={error} onRetry={refetch} />;
  if (!data) return <p>Loading…</p>;
  return (
    <>
      <h1>Session {data.id}</h1>
      <MessageForm sessionId={sessionId} />
    </>
  );
}
