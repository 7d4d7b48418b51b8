import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { act, screen } from "@testing-library/react";
import { type ReactNode, Suspense } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToPipeableStream, renderToString } from "react-dom/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ErrorBoundary } from "../../../src/components/card/ErrorBoundary.tsx";
import { ErrorCard } from "../../../src/components/card/ErrorCard.tsx";
import { RequestId } from "../../../src/components/parts/RequestId.tsx";
import { RecourseProvider } from "../../../src/components/provider/RecourseProvider.tsx";
import { OfflineNotice } from "../../../src/components/status/OfflineNotice.tsx";
import { RetryStatus } from "../../../src/components/status/RetryStatus.tsx";
import { ErrorToaster } from "../../../src/components/toaster/ErrorToaster.tsx";
import { useErrorLog } from "../../../src/components/toaster/useErrorLog.ts";
import { ApiError } from "../../../src/error/api-error.ts";
import { useApiQuery } from "../../../src/query/useApiQuery.ts";
import { fakeFetch, json, quietApi } from "../../fetcher/fake-fetch.ts";

const cleanUps: (() => void)[] = [];
afterEach(() => {
  vi.unstubAllGlobals();
  for (const cleanUp of cleanUps.splice(0)) cleanUp();
});

type Render = (app: ReactNode) => string | Promise<string>;

/** As frameworks that stream do. */
async function stream(app: ReactNode): Promise<string> {
  const through = new PassThrough();
  const { pipe } = renderToPipeableStream(app, {
    onAllReady: () => void pipe(through),
    onShellError: (error) => through.destroy(error instanceof Error ? error : undefined),
  });
  return text(through);
}

/** Renders where there is no window, then lets the page take the markup over. */
async function hydrate(children: ReactNode, laterOn = () => {}, render: Render = renderToString) {
  const api = quietApi(fakeFetch(json({})).fetch);
  const app = <RecourseProvider api={api}>{children}</RecourseProvider>;
  vi.stubGlobal("window", undefined);
  const html = await render(app);
  vi.unstubAllGlobals();
  laterOn();
  const container = document.body.appendChild(document.createElement("div"));
  container.innerHTML = html;
  const onRecoverableError = vi.fn();
  const root = await act(async () => hydrateRoot(container, app, { onRecoverableError }));
  cleanUps.push(() => {
    act(() => root.unmount());
    container.remove();
  });
  return { html, onRecoverableError };
}

const failed = (kind: "conflict" | "notFound" | "network") =>
  new ApiError({ code: "TAKEN", kind, message: "m", at: 0 });

describe("markup from a server", () => {
  it.each([
    ["Reload", "conflict"],
    ["Go back", "notFound"],
  ] as const)(
    "of a card is taken over as it is, and gets the button %j that only a browser can give",
    async (name, kind) => {
      vi.spyOn(window.history, "length", "get").mockReturnValue(2);
      const { html, onRecoverableError } = await hydrate(<ErrorCard error={failed(kind)} />);
      expect(html).toContain("recourse-card");
      expect(html).not.toContain("recourse-actions");
      expect(onRecoverableError).not.toHaveBeenCalled();
      expect(screen.getByRole("button", { name })).toBeVisible();
    },
  );

  it("of a card says 'offline' only in the browser, and is taken over as it is", async () => {
    vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    const { html, onRecoverableError } = await hydrate(<ErrorCard error={failed("network")} />);
    expect(html).not.toContain("offline");
    expect(onRecoverableError).not.toHaveBeenCalled();
    expect(screen.getByRole("region")).toHaveTextContent("You’re offline");
  });

  it.each<[string, () => unknown]>([
    [
      "a time to come back at",
      () => new ApiError({ code: "X", kind: "rateLimited", message: "", retryAt: 90_000, at: 0 }),
    ],
    ["a plain Error", () => new Error("e")],
    ["a text", () => "boom"],
    ["React Router's response", () => ({ status: 404, statusText: "", internal: false, data: "" })],
    ["a symbol", () => Symbol("s")],
  ])("of a card with %s is taken over as it is, a second later", async (_, make) => {
    vi.useFakeTimers({ toFake: ["Date"], now: 30_000 });
    const thrown = make();
    const laterOn = () => vi.setSystemTime(31_500);
    const card = <ErrorCard error={thrown} onRetry={() => {}} />;
    const { onRecoverableError } = await hydrate(card, laterOn);
    expect(onRecoverableError).not.toHaveBeenCalled();
    expect(screen.getByText("Time")).toBeInTheDocument();
  });

  it("of a card counts down once the browser has it", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: 30_000 });
    const limited = new ApiError({ code: "X", kind: "rateLimited", message: "", retryAt: 90_000 });
    const { html } = await hydrate(<ErrorCard error={limited} onRetry={() => {}} />);
    expect(html).toContain("Try again</button>");
    expect(screen.getByRole("button", { name: /^Try again in/ })).toBeVisible();
  });

  it("holds an empty notice and no toaster, which the browser adds", async () => {
    const { html, onRecoverableError } = await hydrate(
      <>
        <OfflineNotice />
        <ErrorToaster />
      </>,
    );
    expect(html).toContain('role="status"');
    expect(html).not.toContain("aria-live");
    expect(onRecoverableError).not.toHaveBeenCalled();
    expect(document.querySelector("[aria-live=assertive]")).toBeEmptyDOMElement();
  });

  const limited = () =>
    new ApiError({ code: "X", kind: "rateLimited", message: "", retryAt: 90_000, at: 0 });

  function Log() {
    return <ul>{useErrorLog().map(({ fingerprint }) => fingerprint)}</ul>;
  }

  function Waiting() {
    return <RetryStatus of={useApiQuery("GET /v1/sessions")} />;
  }

  it.each<[string, ReactNode]>([
    ["a card", <ErrorCard key="card" error={limited()} onRetry={() => {}} />],
    ["a page", <ErrorCard key="page" error={new Error("e")} variant="page" />],
    ["a card beside a form", <ErrorCard key="inline" error={limited()} variant="inline" />],
    ["a request id", <RequestId key="id" requestId="req_01" />],
    ["a retry's status", <Waiting key="waiting" />],
    ["the notice of being offline", <OfflineNotice key="offline" />],
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
  ])("of %s is streamed, and taken over as it is a second later", async (_, children) => {
    vi.useFakeTimers({ toFake: ["Date"], now: 30_000 });
    const laterOn = () => vi.setSystemTime(31_500);
    const { onRecoverableError } = await hydrate(children, laterOn, stream);
    expect(onRecoverableError).not.toHaveBeenCalled();
  });
});
