import { useIsFetching, useQueryClient } from "@tanstack/react-query";
import { Suspense, useState } from "react";
import { apiQueryKey, ErrorBoundary, useApi } from "react-recourse";
import { Glyph } from "./Glyph.tsx";
import { NewSessionForm } from "./NewSessionForm.tsx";
import { SessionList } from "./SessionList.tsx";
import { SessionListLoading } from "./SessionListLoading.tsx";
import { useConsole } from "./useConsole.ts";

export function SessionsPane() {
  const { revision } = useConsole();
  const [opening, setOpening] = useState(false);
  const queryKey = apiQueryKey(useApi(), "GET /v1/sessions");
  const client = useQueryClient();
  const refreshing = useIsFetching({ queryKey }) > 0;
  return (
    <nav className="pg-sessions" aria-labelledby="pg-sessions-title">
      <div className="pg-pane-head">
        <h2 id="pg-sessions-title">Sessions</h2>
        <button
          type="button"
          className="pg-icon-button"
          aria-label="Refresh sessions"
          data-busy={refreshing || undefined}
          onClick={() => client.refetchQueries({ queryKey, type: "active" })}
        >
          <Glyph name="refresh" />
        </button>
        <button
          type="button"
          className="pg-icon-button"
          aria-label="New session"
          aria-expanded={opening}
          onClick={() => setOpening(!opening)}
        >
          <Glyph name="plus" />
        </button>
      </div>
      {opening && <NewSessionForm onDone={() => setOpening(false)} />}
      <div className="pg-session-scroll">
        <ErrorBoundary resetKeys={[revision]}>
          <Suspense fallback={<SessionListLoading />}>
            <SessionList />
          </Suspense>
        </ErrorBoundary>
      </div>
    </nav>
  );
}
