import { useState } from "react";
import {
  ApiError,
  createApi,
  ErrorCard,
  ErrorToaster,
  OfflineNotice,
  RecourseProvider,
} from "react-recourse";

/** What a loader of React Router throws, as it comes to the page. */
const routeAnswer = { status: 404, statusText: "Not Found", internal: false, data: "" };

/**
 * What a server renders of failures that it has met itself.
 * @param props.atMs when it was limited
 */
export function ServedPage({ atMs }: { atMs: number }) {
  const [api] = useState(() => createApi({ baseUrl: "http://127.0.0.1:9" }));
  const [retries, setRetries] = useState(0);
  const limited = new ApiError({
    code: "GENERIC_ERROR",
    kind: "rateLimited",
    message: "",
    status: 429,
    at: atMs,
    retryAt: atMs + 60_000,
  });
  return (
    <RecourseProvider api={api}>
      <p data-testid="retries">{retries}</p>
      {[limited, new Error("boom"), "boom", routeAnswer].map((thrown) => (
        <ErrorCard
          key={String(thrown)}
          error={thrown}
          onRetry={() => setRetries((before) => before + 1)}
        />
      ))}
      <OfflineNotice />
      <ErrorToaster />
    </RecourseProvider>
  );
}
