import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ErrorCard } from "react-recourse";
import { getSessionOptions, sendMessageMutation } from "./generated/@tanstack/react-query.gen";

export function SessionPage({ sessionId }: { sessionId: string }) {
  const { data, error, isLoadingError, refetch } = useQuery(
    getSessionOptions({ path: { sessionId } }),
  );
  if (isLoadingError) return <ErrorCard error={error} onRetry={refetch} />;
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
  const send = useMutation(sendMessageMutation());
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate({ path: { sessionId }, body: { text } });
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
