import { useApiQuery } from "react-recourse";
import { AgentList, type Session } from "../service/schemas.ts";
import { formatCountdown } from "./format-time.ts";
import { Glyph } from "./Glyph.tsx";
import { SessionActions } from "./SessionActions.tsx";
import { stateAt, stateLabels } from "./session-state.ts";
import { useConsole } from "./useConsole.ts";
import { useNow } from "./useNow.ts";

export function ConversationHeader({ session }: { session: Session }) {
  const { openPane } = useConsole();
  const agents = useApiQuery("GET /v1/agents", { schema: AgentList });
  const agent = agents.data?.items.find(({ id }) => id === session.agentId);
  const nowMs = useNow(1_000);
  const state = stateAt(session, nowMs);
  return (
    <div className="pg-conversation-head">
      <div className="pg-conversation-title">
        <h2>{session.name}</h2>
        <p className="pg-conversation-meta">
          <span className="pg-state" data-state={state}>
            <span className="pg-dot" />
            {stateLabels[state]}
          </span>
          <button type="button" className="pg-link" onClick={() => openPane("agent")}>
            {agent?.name ?? session.agentId}
          </button>
          <code dir="ltr">{session.id}</code>
          {state === "OPEN" && session.expiresAt !== null && (
            <span className="pg-countdown">
              <Glyph name="clock" />
              Expires in {formatCountdown(Date.parse(session.expiresAt) - nowMs)}
            </span>
          )}
        </p>
      </div>
      <SessionActions key={session.id} session={session} />
    </div>
  );
}
