import { Suspense } from "react";
import { ErrorBoundary, ServiceNotice, useApiSuspenseQuery } from "react-recourse";
import { Me } from "../service/schemas.ts";
import { Glyph } from "./Glyph.tsx";
import { IdentityProblem } from "./IdentityProblem.tsx";
import { useConsole } from "./useConsole.ts";

export function ConsoleHeader() {
  const { revision } = useConsole();
  return (
    <header className="pg-header">
      <svg
        className="pg-mark"
        viewBox="0 0 28 28"
        width="28"
        height="28"
        aria-hidden="true"
        focusable="false"
      >
        <rect width="28" height="28" rx="8" fill="currentColor" />
        <path
          d="M8 11.5 14 8l6 3.5v6.25L14 21.25l-6-3.5V11.5Zm0 0 6 3.5m0 0 6-3.5M14 15v6.25"
          fill="none"
          stroke="var(--pg-on-accent)"
          strokeWidth="1.5"
          strokeLinejoin="round"
        />
      </svg>
      <h1 className="pg-product">Agent console</h1>
      <ErrorBoundary
        resetKeys={[revision]}
        fallbackRender={({ error, resetErrorBoundary }) => (
          <IdentityProblem error={error} onRetry={resetErrorBoundary} />
        )}
      >
        <Suspense fallback={<span className="pg-skeleton pg-skeleton-identity" />}>
          <Identity />
        </Suspense>
      </ErrorBoundary>
      <div className="pg-header-notice">
        <ServiceNotice />
      </div>
    </header>
  );
}

function Identity() {
  const { data: me } = useApiSuspenseQuery("GET /v1/me", { schema: Me });
  const { openDialog } = useConsole();
  return (
    <div className="pg-identity">
      <span className="pg-org">{me.org.name}</span>
      <button type="button" className="pg-key" onClick={() => openDialog("signIn")}>
        <Glyph name="key" />
        <span className="pg-key-name">{me.keyName}</span>
        <span className="pg-offscreen">: change the API key</span>
        {me.scopes.length === 0 && <span className="pg-tag">Read only</span>}
      </button>
    </div>
  );
}
