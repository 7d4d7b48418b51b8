/** Markup that a server streams is taken over as it is, a second later. */

import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { type ReactNode, Suspense, useState } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { ErrorBoundary } from "../../../src/components/card/ErrorBoundary.tsx";
import { ErrorCard } from "../../../src/components/card/ErrorCard.tsx";
import { RequestId } from "../../../src/components/parts/RequestId.tsx";
import { OfflineNotice } from "../../../src/components/status/OfflineNotice.tsx";
import { RetryStatus } from "../../../src/components/status/RetryStatus.tsx";
import { ServiceNotice } from "../../../src/components/status/ServiceNotice.tsx";
import { ErrorToaster } from "../../../src/components/toaster/ErrorToaster.tsx";
import { useErrorLog } from "../../../src/components/toaster/useErrorLog.ts";
import { ApiError } from "../../../src/error/api-error.ts";
import { useApiQuery } from "../../../src/query/useApiQuery.ts";
import { hydrate } from "./hydrate.tsx";

/** As frameworks that stream do. */
async function stream(app: ReactNode): Promise<string> {
  const through = new PassThrough();
  const { pipe } = renderToPipeableStream(app, {
    onAllReady: () => void pipe(through),
    onShellError: (error) => through.destroy(error instanceof Error ? error : undefined),
  });
  return text(through);
}

const limited = () =>
  new ApiError({ code: "X", kind: "rateLimited", message: "", retryAt: 90_000, at: 0 });

function Log() {
  return <ul>{useErrorLog().map(({ fingerprint }) => fingerprint)}</ul>;
}

/** Of an error that server and browser make each for itself, as `toApiError` does in a component. */
function OwnErrorCard() {
  const [error] = useState(
    () => new ApiError({ code: "X", kind: "rateLimited", message: "", retryAt: 90_000 }),
  );
  return <ErrorCard error={error} onRetry={() => {}} />;
}

function Waiting() {
  return <RetryStatus of={useApiQuery("GET /v1/sessions")} />;
}

it.each<[string, ReactNode]>([
  ["a card", <ErrorCard key="card" error={limited()} onRetry={() => {}} />],
  ["a card of an ApiError that each side makes for itself", <OwnErrorCard key="own" />],
  ["a page", <ErrorCard key="page" error={new Error("e")} variant="page" />],
  ["a card beside a form", <ErrorCard key="inline" error={limited()} variant="inline" />],
  ["a request id", <RequestId key="id" requestId="req_01" />],
  ["a retry's status", <Waiting key="waiting" />],
  ["the notice of being offline", <OfflineNotice key="offline" />],
  ["the notice of a service", <ServiceNotice key="service" />],
  ["a toaster", <ErrorToaster key="toaster" />],
  ["a log", <Log key="log" />],
  [
    "a boundary around something well",
    <ErrorBoundary key="boundary">
      <Suspense fallback="…">
        <p>well</p>
      </Suspense>
    </ErrorBoundary>,
  ],
])("%s", async (_, children) => {
  vi.useFakeTimers({ toFake: ["Date"], now: 30_000 });
  const laterOn = () => vi.setSystemTime(31_500);
  const { onRecoverableError } = await hydrate(children, laterOn, stream);
  expect(onRecoverableError).not.toHaveBeenCalled();
});
