/** On Sentry's own SDK, with React's hooks for errors given to it as its documentation says. */
import * as Sentry from "@sentry/react";
import { act, render } from "@testing-library/react";
import { type ReactNode, Suspense } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ErrorBoundary } from "../../src/components/card/ErrorBoundary.tsx";
import { ErrorToaster } from "../../src/components/toaster/ErrorToaster.tsx";
import { useApiMutation } from "../../src/query/useApiMutation.ts";
import { useApiSuspenseQuery } from "../../src/query/useApiSuspenseQuery.ts";
import { sentryReporter } from "../../src/report/sentry-reporter.ts";
import { toastError } from "../../src/toasts/mounted-toasts.ts";
import { envelope, fakeFetch, quietApi } from "../fetcher/fake-fetch.ts";
import { underProvider } from "../query/under-provider.tsx";
import { rejectUnhandled, startSentry } from "./sentry-page.ts";

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => {});
});

const route = "GET /v1/sessions/{sessionId}";

function Session() {
  const params = { sessionId: "s1" };
  return String(useApiSuspenseQuery(route, { params }).data);
}

function Broken(): ReactNode {
  throw new TypeError("x is undefined");
}

interface Page {
  answer?: Response;
  /** Who is given the reporter. Default: the API and the provider. */
  tell?: readonly ("api" | "provider")[];
  /** Whether React tells Sentry of what boundaries catch. Default true. */
  hasHook?: boolean;
}

/** As `createRoot` is given it; Testing Library has types of its own. */
function tellSentry(
  error: unknown,
  { componentStack = null }: { componentStack?: string | null | undefined },
) {
  Sentry.reactErrorHandler()(error, { componentStack });
}

/** Draws a part that fails in a boundary, and gives what went to Sentry. */
async function show(
  part: ReactNode,
  { answer, tell = ["api", "provider"], hasHook = true }: Page = {},
) {
  const sentry = startSentry();
  const report = sentryReporter(sentry.sdk);
  const heard = vi.fn(report);
  const api = quietApi(fakeFetch(answer ?? envelope(500, "GENERIC_ERROR")).fetch, {
    onError: tell.includes("api") ? report : () => {},
    retry: false,
  });
  // Given inline, it is another function each time.
  const onError = { onError: (error: Parameters<typeof report>[0]) => heard(error) };
  const { wrapper: Wrapper } = underProvider({ api, ...(tell.includes("provider") && onError) });
  const page = render(
    <Wrapper>
      {part}
      <ErrorToaster />
    </Wrapper>,
    hasHook ? { onCaughtError: tellSentry } : {},
  );
  await vi.waitFor(() => expect(page.container).toHaveTextContent("caught"));
  return { ...sentry, heard };
}

const inBoundary = (part: ReactNode) => (
  <ErrorBoundary fallback="caught">
    <Suspense fallback="loading">{part}</Suspense>
  </ErrorBoundary>
);

const types = async ({ events }: Pick<ReturnType<typeof startSentry>, "events">) =>
  (await events()).map(({ exception }) => exception.values.map(({ type }) => type));

describe("a query's failure that a boundary catches", () => {
  it("is one event of the API's, the provider's and React's", async () => {
    const page = await show(inBoundary(<Session />));
    const [[error] = []] = page.heard.mock.calls;
    act(() => toastError(error));
    rejectUnhandled(error);
    expect(await types(page)).toEqual([["GENERIC_ERROR"]]);
    const [event] = await page.events();
    expect(event?.tags).toMatchObject({ request_id: "req_01", route });
  });

  it.each([["api"], ["provider"]] as const)(
    "is the reporter's event where only the %s has it, and React's hook is asked first",
    async (told) => {
      const page = await show(inBoundary(<Session />), { tell: [told] });
      expect(await types(page)).toEqual([["GENERIC_ERROR"]]);
    },
  );

  it("is one event in Sentry's own boundary", async () => {
    const page = await show(
      <Sentry.ErrorBoundary fallback={<>caught</>}>
        <Suspense fallback="loading">
          <Session />
        </Suspense>
      </Sentry.ErrorBoundary>,
    );
    expect(await types(page)).toEqual([["GENERIC_ERROR"]]);
  });

  it("is none where the person can mend it", async () => {
    const answer = envelope(404, "SESSION_EXPIRED");
    const page = await show(inBoundary(<Session />), { answer });
    expect(page.heard).toHaveBeenCalledTimes(1);
    expect(await page.events()).toEqual([]);
  });
});

describe("a bug while rendering", () => {
  it("is Sentry's event, with the components' stack, and not the provider's as well", async () => {
    const page = await show(inBoundary(<Broken />));
    expect(page.heard).toHaveBeenCalledTimes(1);
    expect((await types(page)).map((chain) => chain.sort())).toEqual([
      ["React ErrorBoundary TypeError", "TypeError"],
    ]);
  });

  it("is the reporter's event where Sentry has no hook, with the stack of where it was thrown", async () => {
    const page = await show(inBoundary(<Broken />), { hasHook: false });
    expect(await types(page)).toEqual([["TypeError"]]);
    const [event] = await page.events();
    expect(event?.exception.values[0]?.stacktrace?.frames.at(-1)?.function).toBe("Broken");
  });
});

describe("a failed write that becomes a toast", () => {
  it("is one event of the API's and the provider's", async () => {
    let save = () => {};
    function Form() {
      save = useApiMutation("POST /v1/notes").mutate;
      return "caught";
    }
    const page = await show(<Form />);
    act(() => save());
    await vi.waitFor(() => expect(page.heard).toHaveBeenCalledTimes(1));
    expect(await types(page)).toEqual([["GENERIC_ERROR"]]);
  });
});
