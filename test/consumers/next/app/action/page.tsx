"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { sendMessage } from "./actions";

export default function Page() {
  const [text, setText] = useState("");
  const send = useMutation({ mutationFn: (text: string) => sendMessage(text) });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate(text);
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
