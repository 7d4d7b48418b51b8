/** An app with a client of its own: axios below TanStack Query's own hooks, and a provider without an API. */
import {
  QueryClient,
  QueryClientProvider,
  useMutation,
  useQuery,
  useSuspenseQuery,
} from "@tanstack/react-query";
import { act, fireEvent, render, screen } from "@testing-library/react";
import axios, { AxiosError } from "axios";
import { Suspense, useEffect } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ErrorBoundary } from "../../../src/components/card/ErrorBoundary.tsx";
import { ErrorCard } from "../../../src/components/card/ErrorCard.tsx";
import { RecourseProvider } from "../../../src/components/provider/RecourseProvider.tsx";
import { useErrorGuidance } from "../../../src/components/remedies/useErrorGuidance.ts";
import { ErrorToaster } from "../../../src/components/toaster/ErrorToaster.tsx";
import type { ReadError } from "../../../src/envelope/error-from-response.ts";
import { toApiError } from "../../../src/envelope/to-api-error.ts";
import { readProperty } from "../../../src/error/read-property.ts";
import { createErrorToasts } from "../../../src/toasts/create-error-toasts.ts";
import { errorToasts, toastError } from "../../../src/toasts/mounted-toasts.ts";
import { pass, underProvider } from "../../query/under-provider.tsx";

beforeEach(() => {
  vi.useFakeTimers();
  // React writes down what a boundary catches.
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => errorToasts.forget());

type Answer = { status: number; body: unknown };

const failed = (status: number, code: string, requestId: string): Answer => ({
  status,
  body: { error: { code, message: "m", requestId } },
});
const worked: Answer = { status: 200, body: "data" };

/** axios over answers that come in turn, the last one for good. */
function client(...answers: Answer[]) {
  let sent = 0;
  const fetch = async () => {
    sent += 1;
    const { status, body } = answers[Math.min(sent, answers.length) - 1] ?? worked;
    return new Response(JSON.stringify(body), { status });
  };
  const http = axios.create({ adapter: "fetch", baseURL: "https://api.example", env: { fetch } });
  return {
    get: async (): Promise<unknown> => (await http.get("/v1/sessions/ses_a1")).data,
    save: async (): Promise<unknown> => (await http.post("/v1/sessions", {})).data,
    sent: () => sent,
  };
}

type Http = ReturnType<typeof client>;

function Session({ http, pollMs = 0 }: { http: Http; pollMs?: number }) {
  const { data, error, refetch } = useQuery({
    queryKey: ["session"],
    queryFn: http.get,
    retry: false,
    ...(pollMs > 0 && { refetchInterval: pollMs }),
  });
  if (data !== undefined) return <p>{String(data)}</p>;
  return <ErrorCard error={error} onRetry={refetch} />;
}

function Suspending({ http }: { http: Http }) {
  const { data } = useSuspenseQuery({ queryKey: ["session"], queryFn: http.get, retry: false });
  return <p>{String(data)}</p>;
}

function Save({ http, isToasted }: { http: Http; isToasted?: boolean }) {
  const meta = isToasted === undefined ? {} : { meta: { errorToast: isToasted } };
  const { mutate } = useMutation({ mutationFn: http.save, ...meta });
  return (
    <button type="button" onClick={() => mutate()}>
      save
    </button>
  );
}

const cards = () => screen.queryAllByRole("heading", { level: 2 });
const toasts = () => screen.queryAllByRole("dialog");
/** A card's details name the id once more. */
const inReference = { selector: ".recourse-id" };
const idOnScreen = (requestId: string) => screen.getByText(requestId, inReference);
const shown = () => errorToasts.open().map(({ error }) => error.requestId);

async function press(name: string) {
  await act(async () => fireEvent.click(screen.getByRole("button", { name })));
  await pass(50);
}

describe("An AxiosError's request id", () => {
  it("is on the card of a first load that failed", async () => {
    render(
      <Session http={client(failed(404, "SESSION_EXPIRED", "req_card"))} />,
      underProvider({}),
    );
    await pass(50);
    expect(idOnScreen("req_card")).toBeVisible();
    expect(screen.getByRole("heading", { name: "This session has expired" })).toBeVisible();
    expect(toasts()).toEqual([]);
  });

  it("is on the toast of a refetch that failed while older data shows, until that works again", async () => {
    const http = client(worked, failed(404, "SESSION_EXPIRED", "req_toast"), worked);
    render(
      <>
        <Session http={http} pollMs={5_000} />
        <ErrorToaster />
      </>,
      underProvider({}),
    );
    await pass(5_500);
    expect(screen.getByText("data")).toBeVisible();
    expect(idOnScreen("req_toast")).toBeVisible();
    expect(toasts()).toHaveLength(1);
    await pass(5_000);
    expect(toasts()).toEqual([]);
  });

  it("is on the card of a boundary, and its provider hears of it once", async () => {
    const onError = vi.fn();
    const http = client(failed(404, "SESSION_EXPIRED", "req_boundary"), worked);
    render(
      <ErrorBoundary catches={["SESSION_EXPIRED"]}>
        <Suspense fallback="loading">
          <Suspending http={http} />
        </Suspense>
      </ErrorBoundary>,
      underProvider({ onError, remedies: { openSession: async () => {} } }),
    );
    await pass(50);
    expect(idOnScreen("req_boundary")).toBeVisible();
    expect(onError).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ code: "SESSION_EXPIRED", route: "GET /v1/sessions/{}" }),
    );
    expect(onError.mock.calls[0]?.[0].cause).toBeInstanceOf(AxiosError);
    await press("Open a new session");
    expect(screen.getByText("data")).toBeVisible();
  });
});

describe("A failure of an app's own client", () => {
  it("is fetched again by its toast's button, and counts once where that fails again", async () => {
    const answers = ["1", "2", "3"].map((id) => failed(503, "DOWN", `req_${id}`));
    const http = client(worked, ...answers);
    render(
      <>
        <Session http={http} pollMs={5_000} />
        <ErrorToaster />
      </>,
      underProvider({}),
    );
    await pass(5_500);
    expect(shown()).toEqual(["req_1"]);
    await press("Try again");
    expect(shown()).toEqual(["req_2"]);
    expect(errorToasts.open()[0]).toMatchObject({ count: 2, failedRetries: 1 });
  });

  it("is told once, though the page throws it as well", async () => {
    const http = client(worked, failed(503, "DOWN", "req_twice"));
    let thrown: unknown;
    const get = http.get;
    http.get = () =>
      get().catch((reason) => {
        thrown = reason;
        throw reason;
      });
    render(<Session http={http} pollMs={5_000} />, underProvider({}));
    await pass(5_500);
    toastError(thrown);
    toastError(toApiError(thrown));
    expect(errorToasts.open()).toMatchObject([{ count: 1, error: { requestId: "req_twice" } }]);
  });

  it.each<[string, (error: unknown) => unknown]>([
    ["as it is", (error) => error],
    ["as toApiError gives it", toApiError],
  ])("is no toast where a card shows it %s", async (_, read) => {
    function Shown({ http }: { http: Http }) {
      const { error } = useQuery({
        queryKey: ["session"],
        queryFn: http.get,
        retry: false,
        refetchInterval: 5_000,
      });
      return <ErrorCard error={error && read(error)} variant="inline" />;
    }
    const http = client(worked, failed(503, "DOWN", "req_shown"));
    const readError: ReadError = () => ({ code: "READ", kind: "unavailable" });
    render(<Shown http={http} />, underProvider({ readError }));
    await pass(5_500);
    expect(cards()).toHaveLength(1);
    expect(errorToasts.open()).toEqual([]);
  });

  it("that was called off is no toast", async () => {
    const http = client();
    const leave = () => Promise.reject(new axios.CanceledError("left"));
    http.get = vi.fn<Http["get"]>(leave).mockResolvedValueOnce("data");
    render(<Session http={http} pollMs={5_000} />, underProvider({}));
    await pass(5_500);
    expect(http.get).toHaveBeenCalledTimes(2);
    expect(errorToasts.open()).toEqual([]);
  });

  it.each([
    ["is no toast where nothing asks for one", undefined, []],
    ["is no toast where meta says so", false, []],
    ["is a toast where meta asks for one", true, ["req_saved"]],
  ])("in a plain mutation %s", async (_, isToasted, ids) => {
    const http = client(failed(409, "TAKEN", "req_saved"));
    render(<Save http={http} {...(isToasted !== undefined && { isToasted })} />, underProvider({}));
    await press("save");
    expect(http.sent()).toBe(1);
    expect(shown()).toEqual(ids);
  });

  it("in a plain mutation is sent again by its toast's button", async () => {
    const http = client(failed(409, "TAKEN", "req_saved"), worked);
    render(
      <>
        <Save http={http} isToasted />
        <ErrorToaster />
      </>,
      underProvider({}),
    );
    await press("save");
    await act(() => errorToasts.open()[0]?.retry?.());
    expect(http.sent()).toBe(2);
    expect(errorToasts.open()).toEqual([]);
  });
});

describe("A provider's readError", () => {
  const fault = (requestId: string): Answer => ({
    status: 409,
    body: { fault: "NO_SEAT", requestId },
  });
  const readError: ReadError = ({ body }) => {
    const code = readProperty(body, "fault");
    return typeof code === "string"
      ? { code, requestId: readProperty(body, "requestId") }
      : undefined;
  };
  const thrown = (requestId: string) =>
    Object.assign(new Error("m"), { response: { status: 409, data: fault(requestId).body } });

  it("reads for cards and toasts, and for the provider's onError", async () => {
    const onError = vi.fn();
    const http = client(worked, fault("req_read"));
    render(
      <>
        <ErrorCard error={thrown("req_on_card")} />
        <Session http={http} pollMs={5_000} />
      </>,
      underProvider({ readError, onError }),
    );
    await pass(5_500);
    expect(idOnScreen("req_on_card")).toBeVisible();
    expect(errorToasts.open()).toMatchObject([
      { error: { code: "NO_SEAT", kind: "conflict", requestId: "req_read" } },
    ]);
    expect(onError).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ code: "NO_SEAT", requestId: "req_read" }),
    );
  });

  it("reads for a boundary, and what it catches", () => {
    const Throwing = () => {
      throw thrown("req_caught");
    };
    render(
      <ErrorBoundary catches={["NO_SEAT"]}>
        <Throwing />
      </ErrorBoundary>,
      underProvider({ readError }),
    );
    expect(idOnScreen("req_caught")).toBeVisible();
  });

  it("reads for toastError, also what was raised before the provider was there", () => {
    function Raising() {
      useEffect(() => toastError(thrown("req_early")), []);
      return null;
    }
    render(<Raising />, underProvider({ readError }));
    expect(errorToasts.open()).toMatchObject([{ error: { code: "NO_SEAT" } }]);
    act(() => toastError(thrown("req_late")));
    expect(errorToasts.open()).toMatchObject([
      { count: 2, error: { code: "NO_SEAT", requestId: "req_late" } },
    ]);
  });

  it("reads for the toasts that the app gave, and no longer once it is gone", () => {
    const own = createErrorToasts();
    const { unmount } = render(<p>app</p>, underProvider({ readError, toasts: own }));
    act(() => own.add(thrown("req_own")));
    unmount();
    own.add(thrown("req_after"));
    expect(own.open().map(({ error }) => error.code)).toEqual(["NO_SEAT", "UNKNOWN"]);
  });

  it("that is another function at each render gives one error, told once", () => {
    const onError = vi.fn();
    const seen = new Set<unknown>();
    const error = thrown("req_inline");
    function Seeing() {
      seen.add(useErrorGuidance(error).error);
      return null;
    }
    const app = () => (
      <QueryClientProvider client={queryClient}>
        <RecourseProvider readError={(answer) => readError(answer)} onError={onError}>
          <Seeing />
        </RecourseProvider>
      </QueryClientProvider>
    );
    const queryClient = new QueryClient();
    const { rerender } = render(app());
    act(() => toastError(error));
    rerender(app());
    act(() => toastError(error));
    expect([...seen]).toEqual([errorToasts.open()[0]?.error]);
    expect(errorToasts.open()).toMatchObject([{ count: 1, error: { code: "NO_SEAT" } }]);
    expect(onError).toHaveBeenCalledTimes(1);
  });

  it("reads below a provider inside of its own too, unless that one has one", () => {
    const { wrapper: Outer } = underProvider({ readError });
    const { wrapper: Inner } = underProvider({});
    const { wrapper: Other } = underProvider({ readError: () => ({ code: "OTHER" }) });
    const { unmount } = render(
      <Outer>
        <Inner>
          <ErrorCard error={thrown("req_in")} />
        </Inner>
      </Outer>,
    );
    expect(idOnScreen("req_in")).toBeVisible();
    unmount();
    render(
      <Outer>
        <Other>
          <ErrorCard error={thrown("req_in")} />
        </Other>
      </Outer>,
    );
    expect(screen.queryByText("req_in", inReference)).toBeNull();
  });
});
