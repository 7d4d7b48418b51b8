"use client";

import { useApiSuspenseQuery } from "react-recourse";
import type { Session } from "@/lib/api";
import { MessageForm } from "@/lib/message-form";

export function StreamedSession() {
  const { data } = useApiSuspenseQuery<"GET /v1/sessions/{sessionId}", Session>(
    "GET /v1/sessions/{sessionId}",
    { params: { sessionId: "s1" } },
  );
  return (
    <>
      <h1>Session {data.id}</h1>
      <MessageForm sessionId="s1" />
    </>
  );
}
