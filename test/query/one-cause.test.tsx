/** A page of several parts, through an outage: one message for what was read, and one for what was written. */

import { onlineManager, QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { act, render, renderHook, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { RecourseProvider } from "../../src/components/provider/RecourseProvider.tsx";
import { ErrorToaster } from "../../src/components/toaster/ErrorToaster.tsx";
import type { Api } from "../../src/fetcher/api.ts";
import { apiKey } from "../../src/fetcher/credentials.ts";
import { useApiMutation } from "../../src/query/useApiMutation.ts";
import { useApiQuery } from "../../src/query/useApiQuery.ts";
import { errorToasts } from "../../src/toasts/mounted-toasts.ts";
import { envelope, json, quietApi } from "../fetcher/fake-fetch.ts";
import { pass, underProvider } from "./under-provider.tsx";

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});
afterEach(() => {
  errorToasts.forget();
  onlineManager.setOnline(true);
});

const ok = () => json({ ok: true });
const down = () => envelope(502, "BAD_GATEWAY");

/** A server that answers each path as it is told to, and else well. */
function world(options: Partial<Parameters<typeof quietApi>[1]> = {}) {
  const answers = new Map<string, () => Response>();
  const server = { answer: ok, at: answers };
  const fetch = async (input: unknown) => {
    const { pathname } = new URL(String(input));
    return (answers.get(pathname) ?? server.answer)();
  };
  return { server, api: quietApi(fetch, { retry: false, ...options }) };
}

const toasts = () => screen.queryAllByRole("dialog");
const announcer = () => document.querySelector("[aria-live=assertive]");

/** A page whose parts show data before anything fails. */
async function pageOf(
  api: Api,
  parts: ReactNode,
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } }),
) {
  const { wrapper } = underProvider({ api }, client);
  render(
    <>
      {parts}
      <ErrorToaster />
    </>,
    { wrapper },
  );
  await pass(10);
  return {
    wrapper,
    async refetch() {
      act(() => void client.refetchQueries());
      await pass(10);
    },
  };
}

function KitsPart({ route }: { route: string }) {
  useApiQuery(`GET /v1/${route}`);
  return null;
}

function OwnPart({ route, api }: { route: string; api: Api }) {
  useQuery({ queryKey: [route], queryFn: () => api.request(`GET /v1/${route}`) });
  return null;
}

/** Any call that is answered well; what an outage held back is fetched again within a second. */
async function worksAgain(api: Api, server: { answer: () => Response }) {
  server.answer = ok;
  await act(() => api.request("GET /v1/anything"));
  await pass(1_500);
}

const routes = ["a", "b", "c", "d", "e"];
const kitsParts = routes.map((route) => <KitsPart key={route} route={route} />);
const ownParts = (api: Api) =>
  routes.map((route) => <OwnPart key={route} route={route} api={api} />);

describe("What was read of an API that is down", () => {
  it.each<[string, (api: Api) => ReactNode]>([
    ["with the kit's hooks", () => kitsParts],
    ["with TanStack Query's own", ownParts],
  ])(
    "%s is one toast, and goes when the API works, with one announcement each",
    async (_, parts) => {
      const { server, api } = world();
      const { refetch } = await pageOf(api, parts(api));
      server.answer = down;
      await refetch();
      expect(toasts()).toHaveLength(1);
      expect(screen.getByText("×5")).toBeVisible();
      await pass(250);
      expect(announcer()?.children).toHaveLength(1);
      await pass(5_000);

      server.answer = ok;
      await act(() => api.request("GET /v1/anything"));
      expect(toasts()).toHaveLength(0);
      await pass(250);
      expect(announcer()).toHaveTextContent(/^The service is available again\.$/);
    },
  );

  it("is one toast under the defaults of TanStack Query, which retries by itself", async () => {
    const { server, api } = world();
    const { refetch } = await pageOf(api, ownParts(api), new QueryClient());
    server.answer = down;
    await refetch();
    await pass(10_000);
    expect(toasts()).toHaveLength(1);
    server.answer = ok;
    await refetch();
    expect(toasts()).toHaveLength(0);
  });

  it("is quiet once it is dismissed, until it has worked, while a failed write still shows", async () => {
    const { server, api } = world();
    const { refetch, wrapper } = await pageOf(api, kitsParts);
    const { result } = renderHook(() => useApiMutation("POST /v1/notes"), { wrapper });
    server.answer = down;
    await refetch();
    await userEvent.click(screen.getByRole("button", { name: "Dismiss" }));
    await refetch();
    expect(toasts()).toHaveLength(0);

    act(() => result.current.mutate());
    await pass(10);
    await refetch();
    expect(toasts()).toHaveLength(1);
    expect(screen.getByRole("button", { name: "Try again" })).toBeVisible();

    await worksAgain(api, server);
    expect(toasts()).toHaveLength(1);
    expect(announcer()).not.toHaveTextContent("available again");
    server.answer = down;
    await refetch();
    expect(toasts()).toHaveLength(2);
  });

  it("of two APIs is two toasts, each of which goes with its own", async () => {
    const [one, other] = [world({ name: "one" }), world({ name: "other" })];
    const parts = [kitsParts, ownParts(other.api)];
    const { refetch } = await pageOf(one.api, parts);
    one.server.answer = down;
    other.server.answer = down;
    await refetch();
    expect(
      errorToasts
        .open()
        .map(({ error, count }) => [error.api, count])
        .sort(),
    ).toEqual([
      ["one", 5],
      ["other", 5],
    ]);
    other.server.answer = ok;
    // Of an API that the provider knows by its failures alone.
    await act(() => other.api.request("GET /v1/anything"));
    expect(errorToasts.open().map(({ error }) => error.api)).toEqual(["one"]);
  });

  it("by two clients of one API goes from both", async () => {
    const { server, api } = world();
    const clients = [new QueryClient(), new QueryClient()];
    render(
      clients.map((client, index) => (
        <QueryClientProvider key={String(index)} client={client}>
          <RecourseProvider api={api}>
            <KitsPart route="a" />
            <ErrorToaster />
          </RecourseProvider>
        </QueryClientProvider>
      )),
    );
    await pass(10);
    server.answer = down;
    for (const client of clients) act(() => void client.refetchQueries());
    await pass(10);
    expect(toasts()).toHaveLength(2);
    await worksAgain(api, server);
    expect(toasts()).toHaveLength(0);
  });
});

describe("What was read and is broken by itself", () => {
  it("goes when it works again, and not before", async () => {
    const { server, api } = world();
    const { refetch } = await pageOf(api, kitsParts);
    server.at.set("/v1/a", () => envelope(500, "BROKEN"));
    await refetch();
    await refetch();
    expect(toasts()).toHaveLength(1);
    expect(screen.getByText("×2")).toBeVisible();
    server.at.clear();
    await refetch();
    expect(toasts()).toHaveLength(0);
  });

  it("in two clients under one name goes from the toast of both when both work", async () => {
    const { server, api } = world();
    const quick = { defaultOptions: { queries: { retry: false } } };
    const clients = [new QueryClient(quick), new QueryClient(quick)] as const;
    const { wrapper: Outer } = underProvider({ api }, clients[0]);
    const part = <OwnPart route="a" api={api} />;
    render(
      <Outer>
        {part}
        <ErrorToaster />
        <QueryClientProvider client={clients[1]}>
          <RecourseProvider api={api}>{part}</RecourseProvider>
        </QueryClientProvider>
      </Outer>,
    );
    await pass(10);
    server.at.set("/v1/a", () => envelope(500, "BROKEN"));
    for (const client of clients) act(() => void client.refetchQueries());
    await pass(10);
    expect(toasts()).toHaveLength(1);
    server.at.clear();
    act(() => void clients[0].refetchQueries());
    await pass(10);
    expect(toasts()).toHaveLength(1);
    act(() => void clients[1].refetchQueries());
    await pass(10);
    expect(toasts()).toHaveLength(0);
  });
});

describe("What was read while nobody was signed in", () => {
  it("goes when a signed call works, and not by an unsigned one", async () => {
    const { server, api } = world({ credentials: apiKey(() => "key") });
    const { refetch } = await pageOf(api, kitsParts);
    server.answer = () => envelope(401, "INVALID_API_KEY");
    await refetch();
    expect(toasts()).toHaveLength(1);
    server.answer = ok;
    await act(() => api.request("GET /v1/status", { credentials: false }));
    expect(toasts()).toHaveLength(1);
    await act(() => api.request("GET /v1/me"));
    expect(toasts()).toHaveLength(0);
  });
});
