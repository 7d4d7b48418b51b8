/** A mutation is sent as it was begun, whatever a render or the app changes until it is answered. */

import {
  onlineManager,
  QueryClient,
  QueryClientProvider,
  useMutation,
} from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { RecourseProvider } from "../../src/components/provider/RecourseProvider.tsx";
import { apiMutationOptions } from "../../src/query/api-mutation-options.ts";
import { useApiMutation } from "../../src/query/useApiMutation.ts";
import { envelope, fakeFetch, json, quietApi } from "../fetcher/fake-fetch.ts";
import { pass, underProvider } from "./under-provider.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  onlineManager.setOnline(true);
});

describe("A mutation is sent as it was begun", () => {
  type Put = "PUT /v1/a" | "PUT /v1/b";

  interface Hook {
    route?: Put;
    tenant?: string;
    baseUrl?: string;
  }

  /** A hook whose first attempt fails, and which may be given something else before the second. */
  function hooked({ online = true } = {}) {
    onlineManager.setOnline(online);
    const { fetch, sent } = fakeFetch(envelope(503, "X"), json("ok"));
    const apiAt = (baseUrl: string) => quietApi(fetch, { name: "api", baseUrl });
    const client = new QueryClient();
    const now: { hook: Hook } = { hook: {} };
    const { result, rerender } = renderHook(
      () => {
        const { route = "PUT /v1/a", tenant = "a" } = now.hook;
        return useApiMutation(route, { headers: { tenant } }, { mutationKey: ["save"] });
      },
      {
        wrapper: ({ children }) => (
          <QueryClientProvider client={client}>
            <RecourseProvider api={apiAt(now.hook.baseUrl ?? "https://eu.example")}>
              {children}
            </RecourseProvider>
          </QueryClientProvider>
        ),
      },
    );
    const mutate = async (body: unknown) => {
      act(() => result.current.mutate({ body }));
      await pass(10);
    };
    const change = (hook: Hook) => {
      now.hook = hook;
      rerender();
    };
    const toldBy = () =>
      sent.map(({ url, headers, init }) => [url.href, headers.get("tenant"), init.body]);
    return { mutate, change, toldBy };
  }

  const changes: [string, Hook][] = [
    ["another route", { route: "PUT /v1/b" }],
    ["other headers", { tenant: "b" }],
    ["another API of the same name", { baseUrl: "https://us.example" }],
  ];
  const first = ["https://eu.example/v1/a", "a", '{"text":"a"}'];

  it.each(changes)(
    "although a render gives its hook %s before the next attempt",
    async (_, hook) => {
      const { mutate, change, toldBy } = hooked();
      await mutate({ text: "a" });
      change(hook);
      await pass(60_000);
      expect(toldBy()).toEqual([first, first]);
    },
  );

  it.each(changes)(
    "although a render gives its hook %s before there is a connection",
    async (_, hook) => {
      const { mutate, change, toldBy } = hooked({ online: false });
      await mutate({ text: "a" });
      change(hook);
      act(() => onlineManager.setOnline(true));
      await pass(10);
      expect(toldBy()).toEqual([first]);
    },
  );

  it.each<[string, () => { body: unknown; change: () => unknown }]>([
    [
      "JSON",
      () => {
        const body = { texts: ["a"] };
        return { body, change: () => body.texts.push("b") };
      },
    ],
    [
      "URLSearchParams",
      () => {
        const body = new URLSearchParams({ text: "a" });
        return { body, change: () => body.set("text", "b") };
      },
    ],
    [
      "FormData",
      () => {
        const body = new FormData();
        body.set("text", "a");
        return { body, change: () => body.set("text", "b") };
      },
    ],
    [
      "bytes",
      () => {
        const body = new TextEncoder().encode("a");
        return { body, change: () => body.fill(0) };
      },
    ],
  ])("although the app changes what it gave: %s", async (_, make) => {
    const sent: unknown[] = [];
    const fetch = async (_input: unknown, { body }: RequestInit = {}) => {
      sent.push(body instanceof FormData ? [...body] : String(body));
      return sent.length === 1 ? envelope(503, "X") : json("ok");
    };
    const { result } = renderHook(
      () => useApiMutation("POST /v1/x"),
      underProvider({ api: quietApi(fetch) }),
    );
    const { body, change } = make();
    act(() => result.current.mutate({ body }));
    await pass(10);
    change();
    await pass(60_000);
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
  });

  it("by TanStack Query's own hook too, without a provider", async () => {
    const { fetch, sent } = fakeFetch(envelope(503, "X"), json("ok"));
    const api = quietApi(fetch);
    const client = new QueryClient();
    const now: { route: Put } = { route: "PUT /v1/a" };
    const { result, rerender } = renderHook(
      () => useMutation({ ...apiMutationOptions(api, now.route), mutationKey: ["save"] }),
      {
        wrapper: ({ children }) => (
          <QueryClientProvider client={client}>{children}</QueryClientProvider>
        ),
      },
    );
    act(() => result.current.mutate());
    await pass(10);
    now.route = "PUT /v1/b";
    rerender();
    await pass(60_000);
    expect(sent.map(({ url }) => url.pathname)).toEqual(["/v1/a", "/v1/a"]);
  });
});
