import { type ReactNode, Suspense, useState } from "react";
import {
  createApi,
  ErrorBoundary,
  RecourseProvider,
  toApiError,
  useApiQuery,
  useApiSuspenseQuery,
} from "react-recourse";
import { SessionForm } from "../SessionForm.tsx";
import type { ScenarioProps } from "../scenario-props.ts";

/** A session that suspends, in a boundary for what is not there, in one for everything else. */
export function Boundaries({ apiUrl }: ScenarioProps) {
  const [api] = useState(() => createApi({ baseUrl: apiUrl, retry: false }));
  const [sessionId, setSessionId] = useState<string>();
  const [shown, setShown] = useState(true);
  const [told, setTold] = useState<string[]>([]);
  return (
    <RecourseProvider api={api} onError={(error) => setTold((before) => [...before, error.code])}>
      <p data-testid="told">{told.join(", ")}</p>
      <SessionForm onOpen={setSessionId} />
      <button type="button" onClick={() => setShown((before) => !before)}>
        {shown ? "Hide" : "Show"}
      </button>
      {shown && (
        <OuterBoundary>
          <ErrorBoundary catches={["notFound"]} resetKeys={[sessionId]}>
            <Suspense fallback={<p>Loading</p>}>
              {sessionId !== undefined && <Session sessionId={sessionId} />}
            </Suspense>
          </ErrorBoundary>
        </OuterBoundary>
      )}
      <ErrorBoundary>
        <ThrowingModels />
      </ErrorBoundary>
    </RecourseProvider>
  );
}

function OuterBoundary({ children }: { children: ReactNode }) {
  return (
    <ErrorBoundary
      fallbackRender={({ error, resetErrorBoundary }) => (
        <button type="button" onClick={resetErrorBoundary}>
          Outer boundary: {toApiError(error).code}
        </button>
      )}
    >
      {children}
    </ErrorBoundary>
  );
}

function Session({ sessionId }: { sessionId: string }) {
  const { data } = useApiSuspenseQuery("GET /v1/sessions/{sessionId}", { params: { sessionId } });
  return <p data-testid="session">{JSON.stringify(data)}</p>;
}

/** A query without suspense that throws its error. */
function ThrowingModels() {
  const [enabled, setEnabled] = useState(false);
  const models = useApiQuery("GET /v1/chat/models", {}, { enabled, throwOnError: true });
  return (
    <>
      <button type="button" onClick={() => setEnabled(true)}>
        Load models
      </button>
      <p data-testid="models">{JSON.stringify(models.data)}</p>
    </>
  );
}
