import { RetryStatus } from "react-recourse";
import type { Sending } from "./outbox.ts";
import { useConsole } from "./useConsole.ts";
import { useLatestSend } from "./useLatestSend.ts";

/** Shown as if it were there already. Cancelling puts the words back and tells nothing: the person knows. */
export function SendingItem({ sending }: { sending: Sending }) {
  const { outbox } = useConsole();
  const send = useLatestSend(sending.sessionId);
  return (
    <>
      <article className="pg-message" data-role="person" data-sending="">
        <p className="pg-message-head">
          <span>You</span>
        </p>
        <p className="pg-message-text">{sending.text}</p>
      </article>
      <div className="pg-sending">
        <span className="pg-typing" role="status">
          Waiting for the agent
          <span aria-hidden="true" className="pg-typing-dots">
            <span />
            <span />
            <span />
          </span>
        </span>
        {send && <RetryStatus of={send} />}
        <button
          type="button"
          className="pg-button"
          data-size="small"
          onClick={() => outbox.cancel(sending.sessionId)}
        >
          Cancel
        </button>
      </div>
    </>
  );
}
