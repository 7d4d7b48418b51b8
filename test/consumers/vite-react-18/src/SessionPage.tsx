import { useState } from "react";
import { ErrorCard, useApiMutation, useApiQuery } from "react-recourse";

interface Session {
  id: string;
}

/** Without suspense: the first load's error is the component's own. */
export function SessionPage({ sessionId }: { sessionId: string }) {
  const { data, error, refetch } = useApiQuery<"GET /v1/sessions/{sessionId}", Session>(
    "GET /v1/sessions/{sessionId}",
    { params: { sessionId } },
  );
  if (error) return <ErrorCard error={error} onRetry={refetch} />;
  if (!data) return <p>Loading…</p>;
  return (
    <>
      <h1>Session {data.id}</h1>
      <MessageForm sessionId={sessionId} />
    </>
  );
}

function MessageForm({ sessionId }: { sessionId: string }) {
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
