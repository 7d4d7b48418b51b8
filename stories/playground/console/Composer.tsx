import { useRef, useSyncExternalStore } from "react";
import { ErrorCard } from "react-recourse";
import type { Session } from "../service/schemas.ts";
import { fieldProblem } from "./field-problem.ts";
import { Glyph } from "./Glyph.tsx";
import { useConsole } from "./useConsole.ts";
import { useLatestSend } from "./useLatestSend.ts";
import { useSending } from "./useSending.ts";
import { useSendMessage } from "./useSendMessage.ts";

/** The service decides what a session takes: one that is closed is written to all the same, and refused kindly. */
export function Composer({ session }: { session: Session }) {
  const { outbox } = useConsole();
  const input = useRef<HTMLTextAreaElement>(null);
  const draft = useSyncExternalStore(outbox.subscribe, () => outbox.draft(session.id));
  const sending = useSending(session.id);
  const latest = useLatestSend(session.id);
  const send = useSendMessage(session.id);
  const error = sending ? null : (latest?.error ?? null);
  const problem = fieldProblem(error, "text");

  const submit = () => {
    send();
    // The button that was pressed may be gone with the card it was on.
    input.current?.focus();
  };
  return (
    <div className="pg-composer">
      {error && <ErrorCard error={error} variant="inline" headingLevel={3} onRetry={submit} />}
      <form
        className="pg-composer-box"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <textarea
          ref={input}
          aria-label="Message"
          placeholder={
            session.state === "OPEN" ? "Write to the agent" : "This session takes no new messages"
          }
          rows={1}
          value={draft}
          aria-invalid={problem !== undefined}
          aria-describedby="pg-text-problem"
          onChange={(event) => outbox.write(session.id, event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            submit();
          }}
        />
        <button
          type="submit"
          className="pg-send"
          aria-label="Send"
          aria-disabled={draft.trim() === "" || sending !== undefined || undefined}
        >
          <Glyph name="send" />
        </button>
      </form>
      <p className="pg-composer-hint">
        <span id="pg-text-problem" className="pg-field-problem">
          {problem}
        </span>
        <span>Enter sends, Shift + Enter starts a new line</span>
      </p>
    </div>
  );
}
