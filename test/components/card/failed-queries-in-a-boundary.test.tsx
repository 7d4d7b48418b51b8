import { act, fireEvent, render, screen } from "@testing-library/react";
import { type ReactNode, Suspense } from "react";
import { ErrorBoundary as OthersBoundary } from "react-error-boundary";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ErrorBoundary } from "../../../src/components/card/ErrorBoundary.tsx";
import { ErrorCard } from "../../../src/components/card/ErrorCard.tsx";
import { useApiQuery } from "../../../src/query/useApiQuery.ts";
import { useApiSuspenseQuery } from "../../../src/query/useApiSuspenseQuery.ts";
import { envelope, fakeFetch, json, quietApi } from "../../fetcher/fake-fetch.ts";
import { pass, underProvider } from "../../query/under-provider.tsx";

beforeEach(() => {
  vi.useFakeTimers();
  // React writes down what a render threw.
  vi.spyOn(console, "error").mockImplementation(() => {});
});

const gone = envelope(404, "SESSION_NOT_FOUND");

function Suspending() {
  return <p>{String(useApiSuspenseQuery("GET /v1/x").data)}</p>;
}

function Throwing() {
  const { data } = useApiQuery("GET /v1/x", {}, { throwOnError: true });
  return <p>{data === undefined ? "loading" : String(data)}</p>;
}

const boundary = (child: ReactNode, key?: string, resetKeys: unknown[] = []) => (
  <ErrorBoundary key={key} resetKeys={resetKeys}>
    {child}
  </ErrorBoundary>
);
const suspense = (child: ReactNode) => <Suspense fallback={<p>loading</p>}>{child}</Suspense>;

const layouts: [string, (key?: string, resetKeys?: unknown[]) => ReactNode][] = [
  ["a suspense query below Suspense", (...a) => boundary(suspense(<Suspending />), ...a)],
  [
    "a suspense query, Suspense above the boundary",
    (...a) => suspense(boundary(<Suspending />, ...a)),
  ],
  ["a query with throwOnError", (...a) => boundary(<Throwing />, ...a)],
];

function setUp(...answers: Parameters<typeof fakeFetch>) {
  const { fetch } = fakeFetch(...answers);
  return { fetch, ...underProvider({ api: quietApi(fetch, { retry: { budget: false } }) }) };
}

const caught = () => screen.queryByRole("heading", { name: "We couldn’t find this session" });

describe.each(layouts)("%s", (_, layout) => {
  it("shows its failure, and asks once for it", async () => {
    const { fetch, wrapper } = setUp(gone);
    render(layout(), { wrapper });
    await pass(10_000);
    expect(caught()).toBeVisible();
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it("is fetched again when it is tried again, and shows what comes", async () => {
    const { fetch, wrapper } = setUp(
      ...Array.from({ length: 5 }, () => envelope(500, "GENERIC_ERROR")),
      json("ok"),
    );
    render(layout(), { wrapper });
    await pass(10_000);
    expect(fetch).toHaveBeenCalledTimes(5);
    fireEvent.click(screen.getByRole("button", { name: "Try again" }));
    await pass(10_000);
    expect(screen.getByText("ok")).toBeVisible();
    expect(fetch).toHaveBeenCalledTimes(6);
  });

  it("shows the new failure when it fails again, without asking for ever", async () => {
    const { fetch, wrapper } = setUp(envelope(500, "GENERIC_ERROR"));
    render(layout(), { wrapper });
    await pass(10_000);
    fireEvent.click(screen.getByRole("button", { name: "Try again" }));
    await pass(20_000);
    expect(screen.getByRole("heading", { name: "That didn’t work" })).toBeVisible();
    expect(fetch).toHaveBeenCalledTimes(10);
  });

  it("is fetched again when a reset key changes", async () => {
    const { fetch, wrapper } = setUp(gone, json("ok"));
    const { rerender } = render(layout("k", ["a"]), { wrapper });
    await pass(10_000);
    rerender(layout("k", ["b"]));
    await pass(10_000);
    expect(screen.getByText("ok")).toBeVisible();
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it("is fetched again when the boundary mounts next", async () => {
    const { fetch, wrapper } = setUp(gone, json("ok"));
    const { rerender } = render(layout(), { wrapper });
    await pass(10_000);
    rerender(<p>elsewhere</p>);
    await pass(10_000);
    rerender(layout());
    await pass(10_000);
    expect(screen.getByText("ok")).toBeVisible();
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it("is fetched again when a key puts another boundary in its place", async () => {
    const { fetch, wrapper } = setUp(gone, json("ok"));
    const { rerender } = render(layout("a"), { wrapper });
    await pass(10_000);
    rerender(layout("b"));
    await pass(10_000);
    expect(screen.getByText("ok")).toBeVisible();
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it("shows its own failure beside another boundary that shows one", async () => {
    const { fetch, wrapper } = setUp(gone);
    const Other = () => <>{boundary(<OtherQuery />)}</>;
    const { rerender } = render(<Other />, { wrapper });
    await pass(10_000);
    rerender(
      <>
        <Other />
        {layout()}
      </>,
    );
    await pass(20_000);
    expect(screen.getAllByRole("region")).toHaveLength(2);
    expect(fetch).toHaveBeenCalledTimes(2);
  });
});

function OtherQuery() {
  useApiQuery("GET /v1/other", {}, { throwOnError: true });
  return null;
}

function Badge() {
  const { error } = useApiQuery("GET /v1/x");
  return <p>{error ? "badge failed" : "badge"}</p>;
}

describe("a card in the boundary of a router, which knows nothing of queries", () => {
  const page = (
    <OthersBoundary
      fallbackRender={({ error, resetErrorBoundary }) => (
        <ErrorCard error={error} onRetry={resetErrorBoundary} />
      )}
    >
      {suspense(<Suspending />)}
    </OthersBoundary>
  );

  it.each<[string, ReactNode]>([
    ["has its query fetched again", page],
    [
      "has its query fetched again where another component has it, too",
      <div key="two">
        <Badge />
        {page}
      </div>,
    ],
  ])("%s when it is tried again", async (_, app) => {
    const failed = envelope(500, "GENERIC_ERROR", { "x-should-retry": "false" });
    const { fetch, wrapper } = setUp(failed, json("ok"));
    render(app, { wrapper });
    await pass(1_000);
    expect(fetch).toHaveBeenCalledTimes(1);
    fireEvent.click(screen.getByRole("button", { name: "Try again" }));
    await pass(1_000);
    expect(screen.getByText("ok")).toBeVisible();
    expect(fetch).toHaveBeenCalledTimes(2);
  });
});

describe("a failed query that is shown elsewhere as well", () => {
  it("is fetched again when the boundary is reset", async () => {
    const { fetch, wrapper } = setUp(envelope(409, "TAKEN"), json("ok"));
    const own = ({ resetErrorBoundary }: { resetErrorBoundary: () => void }) => (
      <button type="button" onClick={resetErrorBoundary}>
        again
      </button>
    );
    render(
      <>
        <Badge />
        <ErrorBoundary fallbackRender={own}>
          <Throwing />
        </ErrorBoundary>
      </>,
      { wrapper },
    );
    await pass(1_000);
    expect(screen.getByText("badge failed")).toBeVisible();
    fireEvent.click(screen.getByRole("button", { name: "again" }));
    await pass(1_000);
    expect(screen.getByText("ok")).toBeVisible();
    expect(fetch).toHaveBeenCalledTimes(2);
  });
});

describe("a refetch that throws over older data", () => {
  it("shows the data again when the boundary is reset, and fetches it again", async () => {
    const { client, wrapper } = setUp(json("old"), envelope(500, "GENERIC_ERROR"));
    render(boundary(<Throwing />), { wrapper });
    await pass(10);
    expect(screen.getByText("old")).toBeVisible();
    act(() => void client.refetchQueries());
    await pass(10_000);
    fireEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(screen.getByText("old")).toBeVisible();
    expect(client.isFetching()).toBe(1);
  });
});
