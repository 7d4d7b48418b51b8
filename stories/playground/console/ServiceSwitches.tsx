import { onlineManager } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { BlockableButton } from "./BlockableButton.tsx";
import { Switch } from "./Switch.tsx";
import { useConsole } from "./useConsole.ts";
import { useService } from "./useService.ts";

/** What an operator could do to the service behind the console's back. */
export function ServiceSwitches() {
  const { sessionId, agentId, apiKey } = useConsole();
  const { controls, now } = useService();
  const online = useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
  );
  const key = now.keys.find(({ value }) => value === apiKey);
  const session = now.sessions.find(({ id }) => id === sessionId);
  return (
    <section className="pg-switches" aria-labelledby="pg-switches-title">
      <h2 id="pg-switches-title">Change the service</h2>
      <div className="pg-switch-group">
        <Switch
          label="Model provider down"
          on={now.downstreamDown}
          onChange={controls.setDownstreamDown}
        />
        <Switch
          label="Message history broken"
          on={now.historyBroken}
          onChange={controls.setHistoryBroken}
        />
        <Switch
          label="Browser offline"
          on={!online}
          onChange={(offline) => onlineManager.setOnline(!offline)}
        />
        {key && (
          <>
            <Switch
              label="Key in use revoked"
              on={key.revoked}
              onChange={(revoked) => controls.setKeyRevoked(key.value, revoked)}
            />
            <Switch
              label="Key in use read only"
              on={key.readOnly}
              onChange={(readOnly) => controls.setKeyReadOnly(key.value, readOnly)}
            />
          </>
        )}
      </div>
      <div className="pg-switch-group">
        {now.models.map(({ id, name, enabled }) => (
          <Switch
            key={id}
            label={`Model ${name}`}
            on={enabled}
            onChange={(on) => controls.setModelEnabled(id, on)}
          />
        ))}
        {now.tools.map(({ id, name, removed }) => (
          <Switch
            key={id}
            label={`Tool “${name}”`}
            on={!removed}
            onChange={(on) => (on ? controls.restoreTool(id) : controls.removeTool(id))}
          />
        ))}
      </div>
      <div className="pg-switch-actions">
        <BlockableButton
          data-size="small"
          blocked={session?.state !== "OPEN"}
          onClick={() => session && controls.expireSession(session.id)}
        >
          Expire the open session
        </BlockableButton>
        <button
          type="button"
          className="pg-button"
          data-size="small"
          onClick={() => controls.clearAgentConfig(agentId)}
        >
          Clear the agent’s config
        </button>
        <button
          type="button"
          className="pg-button"
          data-size="small"
          onClick={() => controls.clearRateLimit()}
        >
          Clear the rate limit
        </button>
      </div>
    </section>
  );
}
