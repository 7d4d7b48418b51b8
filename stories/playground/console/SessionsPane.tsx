import { Suspense, useRef, useState } from "react";
import { ErrorBoundary } from "react-recourse";
import { Glyph } from "./Glyph.tsx";
import { NewSessionForm } from "./NewSessionForm.tsx";
import { RefreshSessions } from "./RefreshSessions.tsx";
import { SessionList } from "./SessionList.tsx";
import { SessionListLoading } from "./SessionListLoading.tsx";
import { useConsole } from "./useConsole.ts";

export function SessionsPane() {
  const { revision } = useConsole();
  const [opening, setOpening] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);

  /** The focus goes back to where it came from. */
  function close(): void {
    setOpening(false);
    opener.current?.focus();
  }

  return (
    <nav className="pg-sessions" aria-labelledby="pg-sessions-title">
      <div className="pg-pane-head">
        <h2 id="pg-sessions-title">Sessions</h2>
        <RefreshSessions />
        <button
          ref={opener}
          type="button"
          className="pg-icon-button"
          aria-label="New session"
          aria-expanded={opening}
          onClick={() => setOpening(!opening)}
        >
          <Glyph name="plus" />
        </button>
      </div>
      {opening && <NewSessionForm onDone={close} />}
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
