import { useId, useState } from "react";
import {
  type ApiError,
  createErrorToasts,
  defineCatalog,
  ErrorCard,
  ErrorToaster,
  RequestId,
  RetryStatus,
  useApiQuery,
} from "react-recourse";
import { StoryProvider } from "../StoryProvider.tsx";
import { sampleError, sampleOfKind } from "../sample-error.ts";
import { type Scheme, schemeNames, schemes, type Theme } from "./theme.ts";

/** What a look makes of everything that the kit shows, in light and dark side by side. */
export function ThemePreview({ theme }: { theme: Theme }) {
  return (
    <StoryProvider catalog={catalog}>
      <div className="looks-preview">
        {schemes.map((scheme) => (
          <Pane key={scheme} scheme={scheme} theme={theme} />
        ))}
      </div>
    </StoryProvider>
  );
}

/** The kit's own words are never of the tone `info`; an app's may be. */
const catalog = defineCatalog({
  IMPORT_RUNS: {
    title: "Your last import is still running",
    fix: "It ends by itself. You can start another one then.",
    tone: "info",
  },
});

const importRuns = sampleError("GENERIC_ERROR", { code: "IMPORT_RUNS", requestId: undefined });

function Pane({ scheme, theme }: { scheme: Scheme; theme: Theme }) {
  const titleId = useId();
  return (
    <section
      className="looks-pane"
      data-theme={scheme}
      style={Object.fromEntries(theme)}
      aria-labelledby={titleId}
    >
      <h2 id={titleId}>{schemeNames[scheme]}</h2>
      {samples[scheme]}
    </section>
  );
}

/** Made once: a new look is new values on what is around them. */
const samples = { light: <Samples scheme="light" />, dark: <Samples scheme="dark" /> };

function Samples({ scheme }: { scheme: Scheme }) {
  return (
    <>
      <ErrorCard
        variant="page"
        headingLevel={3}
        error={sampleError("SESSION_EXPIRED")}
        onRetry={() => {}}
      />
      <ErrorCard headingLevel={3} error={sampleError("GENERIC_ERROR")} onRetry={() => {}} />
      {[sampleOfKind("network"), sampleOfKind("conflict"), importRuns].map((error) => (
        <ErrorCard key={error.kind} variant="inline" headingLevel={3} error={error} />
      ))}
      <OpenToast scheme={scheme} />
      <div className="looks-lines">
        <TriedAgain />
        <RequestId requestId="req_01J2K8Q4ZD7X3M5V9B6N0T" />
      </div>
    </>
  );
}

/** In the flow of the page, and seen three times. */
function OpenToast({ scheme }: { scheme: Scheme }) {
  const [toasts] = useState(() => {
    const own = createErrorToasts();
    for (let times = 0; times < 3; times += 1) own.add(toastedError(), () => {});
    return own;
  });
  const [place, setPlace] = useState<HTMLElement | null>(null);
  return (
    <div className="looks-toast" ref={setPlace}>
      {place && <ErrorToaster toasts={toasts} container={place} label={`Toasts, ${scheme}`} />}
    </div>
  );
}

const toastedError = (): ApiError => sampleError("MODELS_NOT_FOUND");

function TriedAgain() {
  const sessions = useApiQuery("GET /v1/sessions", { retry: { baseDelayMs: 20_000 } });
  return <RetryStatus of={sessions} />;
}
