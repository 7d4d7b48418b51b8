import { useState } from "react";
import {
  ApiError,
  createApi,
  createErrorToasts,
  defineCatalog,
  ErrorCard,
  ErrorToaster,
  type ErrorToasts,
  RecourseProvider,
  RequestId,
  RetryStatus,
  type Tone,
  useApiQuery,
} from "react-recourse";

const tones = ["danger", "warning", "info"] as const satisfies readonly Tone[];

/** Everything of the kit that has a look, for pages that differ in their stylesheets alone. */
export function Looks() {
  const [api] = useState(() => createApi({ baseUrl: "http://127.0.0.1:9", onError: () => {} }));
  const [toasts] = useState(openToasts);
  return (
    <RecourseProvider
      api={api}
      catalog={catalog}
      remedies={{ openSession: () => {} }}
      supportUrl={() => "mailto:help@example.com"}
    >
      <main>
        <ErrorCard variant="page" headingLevel={1} error={failure("danger")} onRetry={() => {}} />
        {tones.map((tone) => (
          <ErrorCard key={tone} error={failure(tone)} onRetry={() => {}} />
        ))}
        {tones.map((tone) => (
          <ErrorCard key={tone} variant="inline" error={failure(tone)} onRetry={() => {}} />
        ))}
        <ErrorCard error={rateLimited} onRetry={() => {}} />
        <TriedAgain />
        <RequestId requestId="req_01J2K8Q4ZD7X3M5V9B6N0T" />
      </main>
      <ErrorToaster toasts={toasts} />
    </RecourseProvider>
  );
}

function TriedAgain() {
  const sessions = useApiQuery("GET /v1/sessions", {
    retry: { baseDelayMs: 12_000, random: () => 0 },
  });
  return <RetryStatus of={sessions} />;
}

const words = {
  title: "This session could not be opened",
  fix: "Open a new one, try again, or tell support the request id below.",
};

const catalog = defineCatalog({
  danger: { ...words, tone: "danger", remedy: "contactSupport" },
  warning: { ...words, tone: "warning", remedy: "openSession" },
  info: { ...words, tone: "info", remedy: "openSession" },
  limited: { ...words, tone: "danger", remedy: "retry" },
});

const failure = (code: Tone) =>
  new ApiError({
    code,
    kind: "serverError",
    message: "",
    status: 500,
    requestId: "req_01J2K8Q4ZD7X3M5V9B6N0T",
    route: "GET /v1/sessions/{sessionId}",
    at: 0,
  });

/** Its button counts down, and cannot be pressed. */
const rateLimited = new ApiError({
  code: "limited",
  kind: "rateLimited",
  message: "",
  status: 429,
  retryAt: Date.now() + 3_600_000,
});

/** A toast of each tone, counted. */
function openToasts(): ErrorToasts {
  const toasts = createErrorToasts();
  for (const tone of [...tones, ...tones]) toasts.add(failure(tone), () => {});
  return toasts;
}
