import { useSyncExternalStore } from "react";
import type { Session } from "../service/schemas.ts";
import { formatAgo } from "./format-time.ts";
import { stateAt, stateLabels } from "./session-state.ts";
import { useConsole } from "./useConsole.ts";

interface SessionRowProps {
  session: Session;
  nowMs: number;
}

export function SessionRow({ session, nowMs }: SessionRowProps) {
  const { sessionId, selectSession, showAgent, outbox } = useConsole();
  const draft = useSyncExternalStore(outbox.subscribe, () => outbox.draft(session.id));
  const selected = session.id === sessionId;
  const state = stateAt(session, nowMs);
  return (
    <li>
      <button
        type="button"
        className="pg-session"
        data-state={state}
        aria-current={selected ? "true" : undefined}
        onClick={() => {
          showAgent(session.agentId);
          selectSession(session.id);
        }}
      >
        <span className="pg-dot" />
        <span className="pg-session-name">{session.name}</span>
        <span className="pg-session-meta">
          {stateLabels[state]} · {messages(session.messageCount)} ·{" "}
          {formatAgo(session.lastActiveAt, nowMs)}
        </span>
        {draft !== "" && !selected && <span className="pg-tag">Draft</span>}
      </button>
    </li>
  );
}

function messages(count: number): string {
  return count === 1 ? "1 message" : `${count} messages`;
}
