import { Suspense } from "react";
import { ErrorBoundary, ErrorCard, useApiSuspenseQuery } from "react-recourse";
import { Session } from "../service/schemas.ts";
import { Composer } from "./Composer.tsx";
import { ConversationHeader } from "./ConversationHeader.tsx";
import { ConversationLoading } from "./ConversationLoading.tsx";
import { MessageHistory } from "./MessageHistory.tsx";
import { useConsole } from "./useConsole.ts";

export function Conversation() {
  const { sessionId, revision, openPane } = useConsole();
  if (sessionId === undefined)
    return (
      <main className="pg-conversation">
        <div className="pg-empty">
          <h2>No session is open</h2>
          <p>Pick one from the list, or open a new one.</p>
          <button type="button" className="pg-button" onClick={() => openPane("sessions")}>
            Show sessions
          </button>
        </div>
      </main>
    );
  return (
    <main className="pg-conversation">
      <ErrorBoundary
        key={sessionId}
        resetKeys={[revision]}
        fallbackRender={({ error, resetErrorBoundary }) => (
          <div className="pg-page-problem">
            <ErrorCard error={error} variant="page" onRetry={resetErrorBoundary} showSilent />
          </div>
        )}
      >
        <Suspense fallback={<ConversationLoading sessionId={sessionId} />}>
          <OpenConversation sessionId={sessionId} />
        </Suspense>
      </ErrorBoundary>
    </main>
  );
}

function OpenConversation({ sessionId }: { sessionId: string }) {
  const { data: session } = useApiSuspenseQuery("GET /v1/sessions/{sessionId}", {
    params: { sessionId },
    schema: Session,
  });
  return (
    <>
      <ConversationHeader session={session} />
      <MessageHistory sessionId={sessionId} />
      <Composer session={session} />
    </>
  );
}
