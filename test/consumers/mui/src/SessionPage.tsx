import { Button, TextField, Typography } from "@mui/material";
import { useState } from "react";
import { useApiMutation, useApiQuery } from "react-recourse";
import { MuiErrorCard } from "./MuiErrorCard";

interface Session {
  id: string;
}

export function SessionPage({ sessionId }: { sessionId: string }) {
  const { data, error, isLoadingError, refetch } = useApiQuery<
    "GET /v1/sessions/{sessionId}",
    Session
  >("GET /v1/sessions/{sessionId}", { params: { sessionId } });
  if (isLoadingError) return <MuiErrorCard error={error} onRetry={refetch} />;
  if (!data) return <p>Loading…</p>;
  return (
    <>
      <Typography variant="h1">Session {data.id}</Typography>
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
      <TextField label="Message" value={text} onChange={(event) => setText(event.target.value)} />
      <Button type="submit">Send</Button>
      {send.isSuccess && <p>Sent</p>}
    </form>
  );
}
