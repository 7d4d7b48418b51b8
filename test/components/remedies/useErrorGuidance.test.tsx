import { act, render, renderHook, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ErrorCard } from "../../../src/components/card/ErrorCard.tsx";
import type { RemedyHandlers } from "../../../src/components/provider/useRecourse.ts";
import { useErrorGuidance } from "../../../src/components/remedies/useErrorGuidance.ts";
import { ApiError, type ApiErrorFields } from "../../../src/error/api-error.ts";
import { defineCatalog } from "../../../src/guidance/define-catalog.ts";
import type { Translate } from "../../../src/guidance/translate-catalog.ts";
import { useApiQuery } from "../../../src/query/useApiQuery.ts";
import { errorToasts } from "../../../src/toasts/mounted-toasts.ts";
import { envelope, fakeFetch, json, quietApi } from "../../fetcher/fake-fetch.ts";
import { pass, underProvider } from "../../query/under-provider.tsx";

const api = quietApi(fakeFetch(json({})).fetch);
const failed = (fields: Partial<ApiErrorFields> = {}) =>
  new ApiError({
    code: "GENERIC_ERROR",
    kind: "serverError",
    message: "m",
    route: "GET /v1/x",
    ...fields,
  });

const supportUrl = () => "https://help.example";

describe("what is offered", () => {
  const offered = (error: unknown, options: Parameters<typeof useErrorGuidance>[1] = {}) =>
    renderHook(() => useErrorGuidance(error, options), underProvider({ api, supportUrl })).result
      .current;

  it("is the words, the remedy and the report", () => {
    const guidance = offered(failed({ requestId: "req_01" }), { onRetry: () => {} });
    expect(guidance).toMatchObject({
      title: "That didn’t work",
      tone: "danger",
      failures: 0,
      primary: { id: "retry", label: "Try again" },
      secondary: undefined,
    });
    expect(guidance.report.markdown).toContain("req_01");
  });

  it("keeps the time of a failure that is no ApiError over renders", () => {
    vi.useFakeTimers({ now: 1_000 });
    const thrown = new Error("e");
    const { result, rerender } = renderHook(
      () => useErrorGuidance(thrown, { onRetry: () => {} }),
      underProvider({ api }),
    );
    const { at } = result.current.error;
    vi.setSystemTime(60_000);
    rerender();
    expect(result.current.error.at).toBe(at);
  });

  it.each([null, undefined, 0, ""])("keeps it for a thrown %j as well", (thrown) => {
    vi.useFakeTimers({ now: 1_000 });
    const { result, rerender } = renderHook(
      () => useErrorGuidance(thrown, { onRetry: () => {} }),
      underProvider({ api }),
    );
    vi.setSystemTime(60_000);
    rerender();
    expect(result.current.error.at).toBe(1_000);
  });
});

describe("failures by hand", () => {
  const pressRetry = () => userEvent.click(screen.getByRole("button", { name: "Try again" }));

  it("escalate, also where every failure is a card of its own", async () => {
    const { wrapper } = underProvider({ api, supportUrl });
    const card = () => <ErrorCard error={failed()} onRetry={() => {}} />;
    const view = render(card(), { wrapper });
    await pressRetry();
    view.rerender(<p>loading</p>);
    view.rerender(card());
    expect(screen.queryByRole("link")).toBeNull();
    await pressRetry();
    view.rerender(<p>loading</p>);
    view.rerender(card());
    expect(screen.getByRole("link", { name: "Contact support" })).toHaveAttribute(
      "data-emphasis",
      "primary",
    );
    expect(screen.getByRole("button", { name: "Try again" })).toHaveAttribute(
      "data-emphasis",
      "secondary",
    );
  });

  it("do not count before the same failure has come back", async () => {
    const { wrapper } = underProvider({ api, supportUrl });
    const error = failed();
    const view = render(<ErrorCard error={error} onRetry={() => {}} />, { wrapper });
    for (const _press of [1, 2, 3]) {
      await pressRetry();
      view.rerender(<ErrorCard error={error} onRetry={() => {}} />);
    }
    expect(screen.queryByRole("link")).toBeNull();
  });

  it("do not count either for a failure that is no ApiError", async () => {
    const { wrapper } = underProvider({ api, supportUrl });
    const error = new Error("e");
    const view = render(<ErrorCard error={error} onRetry={() => {}} />, { wrapper });
    for (const _press of [1, 2, 3]) {
      await pressRetry();
      view.rerender(<ErrorCard error={error} onRetry={() => {}} />);
    }
    expect(screen.queryByRole("link")).toBeNull();
  });

  it("of another failure do not count", async () => {
    const { wrapper } = underProvider({ api, supportUrl });
    const view = render(<ErrorCard error={failed()} onRetry={() => {}} />, { wrapper });
    for (const route of ["GET /v1/y", "GET /v1/z", "GET /v1/w"]) {
      await pressRetry();
      view.rerender(<ErrorCard error={failed({ route })} onRetry={() => {}} />);
    }
    expect(screen.queryByRole("link")).toBeNull();
  });

  it("escalate without support to nothing but the retry", async () => {
    const { wrapper } = underProvider({ api });
    const view = render(<ErrorCard error={failed()} onRetry={() => {}} />, { wrapper });
    for (const _press of [1, 2, 3]) {
      await pressRetry();
      view.rerender(<ErrorCard error={failed()} onRetry={() => {}} />);
    }
    expect(screen.getByRole("button", { name: "Try again" })).toHaveAttribute(
      "data-emphasis",
      "primary",
    );
  });
});

describe("failures by hand of a query", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  function Section() {
    const query = useApiQuery("GET /v1/x", { retry: false });
    if (query.isPending) return <p>loading</p>;
    return query.error ? (
      <ErrorCard error={query.error} onRetry={query.refetch} />
    ) : (
      <button type="button" onClick={() => query.refetch()}>
        refetch
      </button>
    );
  }
  const press = async (name: string) => {
    act(() => screen.getByRole("button", { name }).click());
    await pass(250);
  };

  it("escalate, and are forgotten once it has worked", async () => {
    const bad = envelope(500, "GENERIC_ERROR");
    const { fetch } = fakeFetch(bad, bad, bad, json("ok"), bad);
    render(<Section />, underProvider({ api: quietApi(fetch), supportUrl }));
    await pass(250);
    await press("Try again");
    expect(screen.queryByRole("link")).toBeNull();
    await press("Try again");
    expect(screen.getByRole("link", { name: "Contact support" })).toBeVisible();
    await press("Try again");
    await press("refetch");
    expect(screen.getByRole("region")).toBeVisible();
    expect(screen.queryByRole("link")).toBeNull();
  });
});

describe("a remedy of an app's own", () => {
  const noSeat = failed({ code: "SEAT_LIMIT", kind: "conflict" });
  const noName = failed({ code: "NAME_TAKEN", kind: "conflict" });
  const words = { title: "There is no free seat", fix: "Add one." };
  const catalog = defineCatalog({
    SEAT_LIMIT: { ...words, remedy: "addSeats", label: "Add seats" },
    NAME_TAKEN: { ...words, remedy: "goBack", label: "Choose another name" },
  });

  it("is a button with the label of its catalog entry, and calls the app's function", async () => {
    const addSeats = vi.fn();
    render(
      <ErrorCard error={noSeat} />,
      underProvider({ api, catalog, remedies: { addSeats }, supportUrl }),
    );
    await userEvent.click(screen.getByRole("button", { name: "Add seats" }));
    expect(addSeats.mock.calls).toEqual([[noSeat]]);
  });

  it("is none where the app has no function for it", () => {
    render(<ErrorCard error={noSeat} />, underProvider({ api, catalog, supportUrl }));
    expect(screen.queryByRole("button", { name: "Add seats" })).toBeNull();
  });

  it("has the label that a translation gives it", () => {
    const translate: Translate = (id, text) =>
      id === "recourse.SEAT_LIMIT.label" ? "Plätze kaufen" : text;
    const wrapped = underProvider({ api, catalog, translate, remedies: { addSeats: () => {} } });
    const { result } = renderHook(() => useErrorGuidance(noSeat), wrapped);
    expect(result.current.primary).toMatchObject({ id: "addSeats", label: "Plätze kaufen" });
  });

  it("may be one of the kit's under a label of the entry's", () => {
    const wrapped = underProvider({ api, catalog, remedies: { goBack: () => {} } });
    const { result } = renderHook(() => useErrorGuidance(noName), wrapped);
    expect(result.current.primary).toMatchObject({ id: "goBack", label: "Choose another name" });
  });
});

describe("an app's remedy", () => {
  afterEach(() => errorToasts.clear());

  const expired = () => failed({ code: "SESSION_EXPIRED", kind: "notFound" });
  const remedy = (openSession: RemedyHandlers["openSession"], onRetry?: () => unknown) => {
    const remedies = openSession ? { openSession } : {};
    return renderHook(
      () => useErrorGuidance(expired(), { onRetry }),
      underProvider({ api, remedies }),
    ).result.current.primary;
  };
  const toasted = () => errorToasts.open().map(({ error }) => error.message);

  it("that says with a promise when it is done is followed by the retry", async () => {
    const order: string[] = [];
    const primary = remedy(
      async () => {
        await Promise.resolve();
        order.push("remedy");
      },
      () => order.push("retry"),
    );
    await primary?.run?.();
    expect(order).toEqual(["remedy", "retry"]);
  });

  it("that takes any thenable counts as well", async () => {
    const onRetry = vi.fn();
    // biome-ignore lint/suspicious/noThenProperty: what a promise of another library looks like
    await remedy(() => ({ then: (done: () => void) => done() }), onRetry)?.run?.();
    expect(onRetry).toHaveBeenCalledTimes(1);
  });

  it("that only opens something is not followed by a retry", async () => {
    const onRetry = vi.fn();
    await remedy(() => "opened", onRetry)?.run?.();
    expect(onRetry).not.toHaveBeenCalled();
  });

  it.each<[string, () => unknown]>([
    ["throws", () => raise(new Error("remedy"))],
    ["rejects", () => Promise.reject(new Error("remedy"))],
  ])("that %s becomes a toast, and no retry follows", async (_, openSession) => {
    const onRetry = vi.fn();
    await remedy(openSession, onRetry)?.run?.();
    expect(toasted()).toEqual(["remedy"]);
    expect(onRetry).not.toHaveBeenCalled();
  });

  it("that is cancelled by the person becomes no toast, and no retry follows", async () => {
    const onRetry = vi.fn();
    await remedy(() => Promise.reject(new DOMException("closed", "AbortError")), onRetry)?.run?.();
    expect(toasted()).toEqual([]);
    expect(onRetry).not.toHaveBeenCalled();
  });

  it("that fails is told to the provider’s onError, once", async () => {
    const onError = vi.fn();
    const slip = new TypeError("slip");
    const openSession = () => Promise.reject(slip);
    const { result } = renderHook(
      () => useErrorGuidance(failed({ code: "SESSION_EXPIRED", kind: "notFound" })),
      underProvider({ api, remedies: { openSession }, onError }),
    );
    await act(async () => result.current.primary?.run?.());
    expect(onError.mock.calls).toEqual([[expect.objectContaining({ cause: slip })]]);
  });

  it("is done once where it is pressed twice in one task, the retry too", async () => {
    const openSession = vi.fn(async () => {});
    const onRetry = vi.fn(async () => {});
    const open = remedy(openSession, onRetry);
    await Promise.all([open?.run?.(), open?.run?.()]);
    expect(openSession).toHaveBeenCalledTimes(1);
    const { result } = renderHook(
      () => useErrorGuidance(failed(), { onRetry }),
      underProvider({ api }),
    );
    onRetry.mockClear();
    const { primary } = result.current;
    await Promise.all([primary?.run?.(), primary?.run?.()]);
    expect(onRetry).toHaveBeenCalledTimes(1);
  });

  it("does not exist where the app has none", () => {
    expect(remedy(undefined, () => {})).toBeUndefined();
  });
});

function raise(error: Error): never {
  throw error;
}
