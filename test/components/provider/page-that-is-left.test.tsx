import { act, render } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ErrorBoundary } from "../../../src/components/card/ErrorBoundary.tsx";
import { RecourseProvider } from "../../../src/components/provider/RecourseProvider.tsx";
import { ApiError } from "../../../src/error/api-error.ts";
import type { Api } from "../../../src/fetcher/api.ts";
import { createApi } from "../../../src/fetcher/create-api.ts";
import { useApiMutation } from "../../../src/query/useApiMutation.ts";
import { useApiQuery } from "../../../src/query/useApiQuery.ts";
import { errorToasts, toastError } from "../../../src/toasts/mounted-toasts.ts";
import { pass } from "../../query/under-provider.tsx";

const cut = new TypeError("NetworkError when attempting to fetch resource.");

beforeEach(() => {
  vi.useFakeTimers();
  // React writes down what a boundary catches.
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(comeBack);

function transition(name: string, persisted: boolean) {
  act(() => window.dispatchEvent(new PageTransitionEvent(name, { persisted })));
}
function leave() {
  transition("pagehide", true);
}
function comeBack() {
  transition("pageshow", true);
}
function beginToLeave() {
  act(() => window.dispatchEvent(new Event("beforeunload")));
}

/** A page with a provider, and everybody who is told of failures. */
function open() {
  const apis = vi.fn<(error: ApiError) => void>();
  const providers = vi.fn<(error: ApiError) => void>();
  const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response('"old"'));
  const api = createApi({ baseUrl: "https://api.example", fetch, onError: apis, retry: false });
  const page = { api, fail: () => {}, save: () => {}, refetch: () => {} };
  function Page({ isBroken = false }) {
    page.save = useApiMutation("POST /v1/x").mutate;
    page.refetch = useApiQuery("GET /v1/x").refetch;
    if (isBroken) throw new ApiError({ code: "GONE", kind: "notFound", message: "m" });
    return null;
  }
  const app = (isBroken: boolean) => (
    <RecourseProvider api={api} onError={providers}>
      <ErrorBoundary>
        <Page isBroken={isBroken} />
      </ErrorBoundary>
    </RecourseProvider>
  );
  const { rerender } = render(app(false));
  return {
    ...page,
    save: () => page.save(),
    refetch: () => page.refetch(),
    breakPage: () => rerender(app(true)),
    /** From now on the network is away. */
    cutOff: () => fetch.mockRejectedValue(cut),
    told: () => ({
      toasts: errorToasts.open().length,
      log: errorToasts.logged().length,
      apis: apis.mock.calls.length,
      providers: providers.mock.calls.length,
    }),
  };
}

type Opened = ReturnType<typeof open>;
const nothing = { toasts: 0, log: 0, apis: 0, providers: 0 };

const tellers: [what: string, fail: (page: Opened) => unknown, told: object][] = [
  [
    "a mutation that nobody handles",
    ({ save }) => save(),
    { toasts: 1, log: 1, apis: 1, providers: 1 },
  ],
  [
    "a refetch over old data",
    ({ refetch }) => refetch(),
    { toasts: 1, log: 1, apis: 1, providers: 1 },
  ],
  [
    "a request of the app's own",
    ({ api }: { api: Api }) => api.request("POST /v1/x").catch(() => {}),
    { apis: 1 },
  ],
  ["toastError", () => toastError(cut), { toasts: 1, log: 1, providers: 1 }],
  ["errorToasts.add", () => errorToasts.add(cut), { toasts: 1, log: 1, providers: 1 }],
  ["a boundary", ({ breakPage }) => breakPage(), { providers: 1 }],
];

describe("a page that is left", () => {
  it.each(tellers)("tells nobody of the failure of %s, until it is back", async (_, fail, told) => {
    const page = open();
    await pass(10);
    page.cutOff();
    leave();
    act(() => void fail(page));
    await pass(60_000);
    expect(page.told()).toEqual(nothing);
    comeBack();
    await pass(10);
    expect(page.told()).toEqual({ ...nothing, ...told });
  });

  it.each(tellers)("tells of the failure of %s once it is back", async (_, fail, told) => {
    const page = open();
    await pass(10);
    page.cutOff();
    leave();
    comeBack();
    act(() => void fail(page));
    await pass(10);
    expect(page.told()).toEqual({ ...nothing, ...told });
  });

  it.each(tellers)(
    "tells nobody of the failure of %s while the browser waits for the next page",
    async (_, fail) => {
      const page = open();
      await pass(10);
      page.cutOff();
      beginToLeave();
      act(() => void fail(page));
      await pass(2_900);
      leave();
      await pass(60_000);
      expect(page.told()).toEqual(nothing);
    },
  );

  it.each(tellers)("tells of the failure of %s where it stays after all", async (_, fail, told) => {
    const page = open();
    await pass(10);
    page.cutOff();
    beginToLeave();
    act(() => void fail(page));
    await pass(3_000);
    expect(page.told()).toEqual({ ...nothing, ...told });
  });

  it("tells of what failed twice meanwhile once", async () => {
    const page = open();
    await pass(10);
    leave();
    const error = new ApiError({ code: "X", kind: "network", message: "m" });
    toastError(error);
    toastError(error);
    comeBack();
    expect(errorToasts.open().map(({ count }) => count)).toEqual([1]);
    expect(page.told()).toMatchObject({ toasts: 1, providers: 1 });
  });

  it("tells in the order in which it failed", async () => {
    open();
    leave();
    for (const code of ["A", "B", "C"])
      toastError(new ApiError({ code, kind: "network", message: "m" }));
    comeBack();
    expect(errorToasts.open().map(({ error }) => error.code)).toEqual(["A", "B", "C"]);
  });
});
