import { QueryClient, QueryClientProvider, useQueryClient } from "@tanstack/react-query";
import { act, render, renderHook, screen } from "@testing-library/react";
import { type ReactNode, StrictMode } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ErrorBoundary } from "../../../src/components/card/ErrorBoundary.tsx";
import { ErrorCard } from "../../../src/components/card/ErrorCard.tsx";
import { RecourseProvider } from "../../../src/components/provider/RecourseProvider.tsx";
import { useRecourse } from "../../../src/components/provider/useRecourse.ts";
import { ApiError } from "../../../src/error/api-error.ts";
import { defineCatalog } from "../../../src/guidance/define-catalog.ts";
import { de } from "../../../src/guidance/locales/de.ts";
import { en } from "../../../src/guidance/locales/en.ts";
import { catalogMessages, type Translate } from "../../../src/guidance/translate-catalog.ts";
import { useApi } from "../../../src/query/useApi.ts";
import { useApiMutation } from "../../../src/query/useApiMutation.ts";
import { useApiQuery } from "../../../src/query/useApiQuery.ts";
import { errorToasts } from "../../../src/toasts/mounted-toasts.ts";
import { envelope, failureOf, fakeFetch, json, quietApi } from "../../fetcher/fake-fetch.ts";
import { pass, underProvider } from "../../query/under-provider.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});

const api = quietApi(fakeFetch(json("ok")).fetch);
const failing = () => quietApi(fakeFetch(envelope(409, "TAKEN")).fetch);
const toasted = () => errorToasts.open().map(({ error }) => error.code);

describe("RecourseProvider", () => {
  it("draws nothing", () => {
    const { container } = render(<RecourseProvider api={api} />);
    expect(container).toBeEmptyDOMElement();
  });

  it("uses the client of a QueryClientProvider above it", () => {
    const client = new QueryClient();
    const { result } = renderHook(useQueryClient, underProvider({ api }, client));
    expect(result.current).toBe(client);
  });

  it("brings a client of its own where there is none, and keeps it over renders", async () => {
    const { result, rerender } = renderHook(
      () => ({ client: useQueryClient(), query: { ...useApiQuery("GET /v1/x") } }),
      { wrapper: ({ children }) => <RecourseProvider api={api}>{children}</RecourseProvider> },
    );
    const { client } = result.current;
    rerender();
    expect(result.current.client).toBe(client);
    await pass(10);
    expect(result.current.query.data).toBe("ok");
  });

  it("gives two providers beside each other a client each", () => {
    const clients = [0, 1].map(
      () =>
        renderHook(useQueryClient, {
          wrapper: ({ children }) => <RecourseProvider api={api}>{children}</RecourseProvider>,
        }).result.current,
    );
    expect(clients[0]).not.toBe(clients[1]);
  });

  it("gives the API of the nearest provider, on the same client", () => {
    const billing = quietApi(fakeFetch(json({})).fetch, { name: "billing" });
    const { wrapper: Outer, client } = underProvider({ api });
    const { result } = renderHook(() => ({ api: useApi(), client: useQueryClient() }), {
      wrapper: ({ children }) => (
        <Outer>
          <RecourseProvider api={billing}>{children}</RecourseProvider>
        </Outer>
      ),
    });
    expect(result.current).toEqual({ api: billing, client });
  });

  it("passes words, remedies and the rest on", () => {
    const catalog = defineCatalog({});
    const given = { catalog, remedies: { signIn: () => {} }, appVersion: "1" };
    const { result } = renderHook(useRecourse, underProvider({ api, ...given }));
    expect(result.current).toMatchObject(given);
  });

  it("lays the app's own translations over the catalog", () => {
    const translate: Translate = (id, fallback) =>
      id === "recourse.remedies.retry" ? "Noch einmal" : fallback;
    const { result } = renderHook(useRecourse, underProvider({ api, catalog: de, translate }));
    expect(result.current.catalog.language).toBe("de");
    expect(result.current.catalog.remedies).toEqual({ ...de.remedies, retry: "Noch einmal" });
  });

  it("translates once for each language, and not at every render", () => {
    const inGerman = vi.fn<Translate>((_, fallback) => `de ${fallback}`);
    const inFrench = vi.fn<Translate>((_, fallback) => `fr ${fallback}`);
    const app = (translate: Translate) => (
      <RecourseProvider api={api} translate={translate}>
        <ErrorCard error={new Error("boom")} />
      </RecourseProvider>
    );
    const messages = Object.keys(catalogMessages(en)).length;
    const { rerender } = render(app(inGerman));
    rerender(app(inGerman));
    expect(inGerman).toHaveBeenCalledTimes(messages);
    expect(screen.getByRole("heading")).toHaveTextContent(`de ${en.entries.unexpected.title}`);
    rerender(app(inFrench));
    expect(inFrench).toHaveBeenCalledTimes(messages);
    expect(screen.getByRole("heading")).toHaveTextContent(`fr ${en.entries.unexpected.title}`);
  });

  it("changes nothing for those below when it renders again with the same props", () => {
    const { result, rerender } = renderHook(useRecourse, underProvider({ api }));
    const before = result.current;
    rerender();
    expect(result.current).toBe(before);
  });
});

describe("a failure that nobody handles", () => {
  const useSave = () => useApiMutation("POST /v1/x");

  it("becomes a toast, and the provider's onError hears of it once", async () => {
    const onError = vi.fn();
    const { result } = renderHook(useSave, underProvider({ api: failing(), onError }));
    result.current.mutate();
    await pass(10);
    expect(toasted()).toEqual(["TAKEN"]);
    expect(onError.mock.calls).toEqual([[result.current.error]]);
  });

  it("is told to the onError of now, not to that of the first render", async () => {
    const [first, now] = [vi.fn(), vi.fn()];
    const client = new QueryClient();
    const saving: { save?: () => void } = {};
    function Save() {
      const { mutate } = useApiMutation("POST /v1/x");
      saving.save = () => mutate();
      return null;
    }
    const app = (onError: typeof first) => (
      <QueryClientProvider client={client}>
        <RecourseProvider api={failing()} onError={onError}>
          <Save />
        </RecourseProvider>
      </QueryClientProvider>
    );
    const { rerender } = render(app(first));
    rerender(app(now));
    act(() => saving.save?.());
    await pass(10);
    expect(first).not.toHaveBeenCalled();
    expect(now).toHaveBeenCalledTimes(1);
  });

  it("keeps its own error where the provider's onError throws", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const onError = () => {
      throw new Error("reporter");
    };
    const { result } = renderHook(
      () => useApiMutation("POST /v1/x", {}, { meta: { errorToast: true } }),
      underProvider({ api: failing(), onError }),
    );
    const error = failureOf(result.current.mutateAsync());
    await pass(10);
    expect(await error).toMatchObject({ code: "TAKEN" });
    expect(result.current.error).toMatchObject({ code: "TAKEN" });
    expect(toasted()).toEqual(["TAKEN"]);
  });

  it("that the catalog calls silent becomes no toast and is told to nobody", async () => {
    const onError = vi.fn();
    const catalog = defineCatalog({ TAKEN: { title: "t", fix: "f", silent: true } });
    const { result } = renderHook(useSave, underProvider({ api: failing(), catalog, onError }));
    result.current.mutate();
    await pass(10);
    expect(toasted()).toEqual([]);
    expect(onError).not.toHaveBeenCalled();
  });

  it("becomes one toast under StrictMode", async () => {
    const { wrapper: Wrapper } = underProvider({ api: failing() });
    const { result } = renderHook(useSave, {
      wrapper: ({ children }) => (
        <StrictMode>
          <Wrapper>{children}</Wrapper>
        </StrictMode>
      ),
    });
    result.current.mutate();
    await pass(10);
    expect(errorToasts.open()).toHaveLength(1);
  });

  it("below two providers of one client becomes one toast, told to one onError once", async () => {
    const onError = vi.fn();
    const { wrapper: Outer } = underProvider({ api: failing(), onError });
    const { result } = renderHook(useSave, {
      wrapper: ({ children }) => (
        <Outer>
          <RecourseProvider api={failing()} onError={onError}>
            {children}
          </RecourseProvider>
        </Outer>
      ),
    });
    result.current.mutate();
    await pass(10);
    expect(toasted()).toEqual(["TAKEN"]);
    expect(onError).toHaveBeenCalledTimes(1);
  });

  it("is watched for no longer than the provider is there", async () => {
    const { result, client, unmount } = (() => {
      const under = underProvider({ api: failing() });
      return { ...renderHook(useSave, under), client: under.client };
    })();
    const { mutate } = result.current;
    mutate();
    unmount();
    await pass(10);
    expect(client.getMutationCache().getAll()[0]?.state.status).toBe("error");
    expect(toasted()).toEqual([]);
  });
});

describe("the failure of a first load", () => {
  it("is the component's, and no toast", async () => {
    const { result } = renderHook(
      () => ({ ...useApiQuery("GET /v1/x") }),
      underProvider({ api: failing() }),
    );
    await pass(10);
    expect(result.current.error).toMatchObject({ code: "TAKEN" });
    expect(toasted()).toEqual([]);
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});

describe("the provider's onError", () => {
  it("hears once of an error that two boundaries catch, also where each render gives another function", () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const onError = vi.fn();
    const error = new ApiError({ code: "GONE", kind: "notFound", message: "m" });
    const client = new QueryClient();
    const app = (boundaries: number) => (
      <QueryClientProvider client={client}>
        <RecourseProvider api={api} onError={(heard) => onError(heard)}>
          {Array.from({ length: boundaries }, (_, index) => (
            <ErrorBoundary key={String(index)} fallback="caught">
              <Throws error={error} />
            </ErrorBoundary>
          ))}
        </RecourseProvider>
      </QueryClientProvider>
    );
    const { rerender } = render(app(1));
    rerender(app(3));
    expect(onError.mock.calls).toEqual([[error]]);
  });
});

function Throws({ error }: { error: ApiError }): ReactNode {
  throw error;
}

describe("A provider around the app's own QueryClientProvider", () => {
  it("says how to order them, once a call goes through a client that it does not watch", async () => {
    const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
    const api = quietApi(fakeFetch(envelope(404, "GONE")).fetch);
    function Page() {
      useApiQuery("GET /v1/x");
      useApiQuery("GET /v1/y");
      return null;
    }
    render(
      <RecourseProvider api={api}>
        <QueryClientProvider client={new QueryClient()}>
          <Page />
        </QueryClientProvider>
      </RecourseProvider>,
    );
    await pass(100);
    expect(warned.mock.calls).toEqual([
      [
        expect.stringMatching(
          /^\[react-recourse\] the provider watches another QueryClient .*: put/,
        ),
      ],
    ]);
  });
});
