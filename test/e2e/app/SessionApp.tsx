import { useState } from "react";
import {
  createApi,
  ErrorCard,
  type ErrorReport,
  ErrorToaster,
  OfflineNotice,
  RecourseProvider,
  type RemedyHandlers,
  type RetryOptions,
  RetryStatus,
  useApiQuery,
} from "react-recourse";
import { remedyIds } from "react-recourse/core";
import * as z from "zod/mini";
import { PasteBox } from "./PasteBox.tsx";
import { SessionForm } from "./SessionForm.tsx";

interface SessionAppProps {
  apiUrl: string;
  retry: RetryOptions;
}

/** An app that opens a session by its id, with everything on the page that the kit has to tell of a failure. */
export function SessionApp({ apiUrl, retry }: SessionAppProps) {
  const [api] = useState(() => createApi({ baseUrl: apiUrl, retry }));
  const [sessionId, setSessionId] = useState<string>();
  return (
    <RecourseProvider api={api} remedies={remedies} supportUrl={supportUrl} appVersion="1.2.3">
      <SessionForm onOpen={setSessionId} />
      {sessionId !== undefined && (
        <Session key={sessionId} sessionId={sessionId} onClose={() => setSessionId(undefined)} />
      )}
      <PasteBox />
      <OfflineNotice />
      <ErrorToaster />
    </RecourseProvider>
  );
}

const SessionSchema = z.object({ id: z.string(), status: z.string() });

function Session({ sessionId, onClose }: { sessionId: string; onClose: () => void }) {
  const session = useApiQuery("GET /v1/sessions/{sessionId}", {
    params: { sessionId },
    schema: SessionSchema,
  });
  return (
    <main>
      <p data-testid="state">
        {session.status} {session.fetchStatus}, failureCount {session.failureCount}
      </p>
      {session.data && (
        <p data-testid="session">{`${session.data.id} is ${session.data.status}`}</p>
      )}
      {session.isError && !session.data && (
        <ErrorCard error={session.error} onRetry={session.refetch} />
      )}
      <RetryStatus of={session} />
      <button type="button" onClick={() => session.refetch()}>
        Refresh
      </button>
      <button type="button" onClick={onClose}>
        Close
      </button>
    </main>
  );
}

const remedies: RemedyHandlers = Object.fromEntries(
  remedyIds.filter((id) => id !== "contactSupport").map((id) => [id, () => {}]),
);

const supportUrl = ({ markdown }: ErrorReport) =>
  `mailto:help@example.com?body=${encodeURIComponent(markdown)}`;
