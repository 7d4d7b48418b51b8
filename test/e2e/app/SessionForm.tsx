import { useState } from "react";

/** Asks for the id of the session to open. */
export function SessionForm({ onOpen }: { onOpen: (sessionId: string) => void }) {
  const [sessionId, setSessionId] = useState("");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onOpen(sessionId);
      }}
    >
      <label>
        Session
        <input value={sessionId} onChange={(event) => setSessionId(event.target.value)} />
      </label>
      <button type="submit">Open</button>
    </form>
  );
}
