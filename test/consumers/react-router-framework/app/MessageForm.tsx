import { useState } from "react";
import { useApiMutation } from "react-recourse";

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
