import { useState } from "react";
import { useApiMutation, useApiSuspenseQuery } from "react-recourse";
import type { Session } from "./api";

export function SessionPage() {
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

export function MessageForm({ sessionId }: { sessionId: string }) {
  const [text, setText] = useState("");
  const send = useApiMutation("POST /v1/sessions/{sessionId}/messages");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate({ params: { sessionId }, body: { text } });
      }}
    >
      <label>
        Message <input value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      <button type="submit">Send</button>
      {send.isSuccess && <p>Sent</p>}
    </form>
  );
}
