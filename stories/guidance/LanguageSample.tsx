import { type Catalog, ErrorCard, RequestId, RetryStatus, useApiQuery } from "react-recourse";
import { StoryProvider } from "../StoryProvider.tsx";
import { sampleError, sampleOfKind } from "../sample-error.ts";
import { ToastSample } from "./ToastSample.tsx";
import "./gallery.css";

/** What a person meets in one language: the cards, a toast, a call that is tried again, a request id. */
export function LanguageSample({ catalog }: { catalog: Catalog }) {
  return (
    <StoryProvider catalog={catalog}>
      <main className="language-sample" lang={catalog.language}>
        <ErrorCard variant="page" headingLevel={1} error={sampleError("SESSION_EXPIRED")} />
        <ErrorCard error={sampleError("GENERIC_ERROR")} onRetry={() => {}} />
        <ErrorCard variant="inline" error={sampleOfKind("conflict")} />
        <ToastSample name={catalog.language} error={sampleOfKind("network")} />
        <TriedAgain />
        <RequestId requestId="req_01J2K8Q4ZD7X3M5V9B6N0T" />
      </main>
    </StoryProvider>
  );
}

function TriedAgain() {
  const sessions = useApiQuery("GET /v1/sessions", { retry: { baseDelayMs: 12_000 } });
  return <RetryStatus of={sessions} />;
}
