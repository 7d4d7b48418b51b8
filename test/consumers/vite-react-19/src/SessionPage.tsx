import { useState } from "react";
import { useApiMutation, useApiSuspenseQuery } from "react-recourse";
import * as z from "zod/mini";

const Session = z.object({ id: z.string(), status: z.string() });

export function SessionPage({ sessionId }: { sessionId: string }) {
  const { data, refetch } = useApiSuspenseQuery("GET /v1/sessions/{sessionId}", {
    params: { sessionId },
    schema: Session,
  });
  return (
    <>
      <h1>Session {data.id}</h1>
      <button type="button" onClick={() => refetch()}>
        Refresh
      </button>
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
