/** A write that TanStack Query holds before it is first sent belongs to the person who began it. */

import { dehydrate, onlineManager, QueryClient, useMutation } from "@tanstack/react-query";
import { act, render, renderHook, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ErrorToaster } from "../../src/components/toaster/ErrorToaster.tsx";
import { apiKey } from "../../src/fetcher/credentials.ts";
import { apiMutationOptions } from "../../src/query/api-mutation-options.ts";
import { errorToasts } from "../../src/toasts/mounted-toasts.ts";
import { json, pending, quietApi } from "../fetcher/fake-fetch.ts";
import { pass, underProvider } from "./under-provider.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  onlineManager.setOnline(true);
  errorToasts.forget();
});

interface App {
  key: string | null;
  failure?: Error;
}

/** Ada writes; what arrives is noted with its key. */
function page(options: Partial<Parameters<typeof quietApi>[1]> = {}) {
  const app: App = { key: "ada" };
  const sent: string[] = [];
  const server: { answer: () => Response | Promise<Response> } = { answer: () => json("ok") };
  const fetch = async (_input: unknown, init: RequestInit = {}) => {
    const key = new Headers(init.headers).get("x-api-key");
    sent.push(`${key}: ${init.body}`);
    return server.answer();
  };
  const credentials = apiKey(() => {
    if (app.failure) throw app.failure;
    return app.key;
  });
  const api = quietApi(fetch, { credentials, retry: false, ...options });
  const client = new QueryClient();
  const { wrapper } = underProvider({ api }, client);
  render(<ErrorToaster />, { wrapper });
  const held: { onMutate?: () => Promise<void> } = {};
  async function write(body: string) {
    const scope = { id: "notes" };
    const options = apiMutationOptions(
      api,
      "POST /v1/notes",
      {},
      { scope, ...held, meta: { errorToast: true } },
    );
    renderHook(() => useMutation(options), { wrapper }).result.current.mutate({ body });
    await pass(10);
  }
  return { app, api, client, sent, server, held, write };
}

type Page = ReturnType<typeof page>;

const toasts = () => screen.queryAllByRole("dialog");

async function tryAgain() {
  await act(async () => screen.getByRole("button", { name: "Try again" }).click());
  await pass(10);
}

/** Each holds Ada's second note, and gives what lets it go. */
const holds: [string, (page: Page) => Promise<() => Promise<void>>][] = [
  [
    "until another of its scope is done",
    async ({ server, write }) => {
      const first = pending<Response>();
      server.answer = () => first.promise;
      await write("first");
      await write("second");
      server.answer = () => json("ok");
      return async () => {
        first.resolve(json("ok"));
        await pass(10);
      };
    },
  ],
  [
    "for want of a connection",
    async ({ write }) => {
      await write("first");
      onlineManager.setOnline(false);
      await write("second");
      return async () => {
        onlineManager.setOnline(true);
        await pass(10);
      };
    },
  ],
  [
    "by the app's own onMutate",
    async ({ held, write }) => {
      await write("first");
      const ready = pending<void>();
      held.onMutate = () => ready.promise;
      await write("second");
      return async () => {
        ready.resolve();
        await pass(10);
      };
    },
  ],
];

describe.each(holds)("A write that is held %s", (_, hold) => {
  it("is sent for the person who began it", async () => {
    const opened = page();
    const letGo = await hold(opened);
    await letGo();
    expect(opened.sent).toEqual(['ada: "first"', 'ada: "second"']);
    expect(toasts()).toHaveLength(0);
  });

  it("is sent for nobody else, and nobody else is told of it", async () => {
    const opened = page();
    const letGo = await hold(opened);
    opened.app.key = "bob";
    await letGo();
    expect(opened.sent).toEqual(['ada: "first"']);
    expect(toasts()).toHaveLength(0);
    expect(errorToasts.logged()).toEqual([]);
  });

  it("waits, unsaved, for its person where nobody is signed in", async () => {
    const opened = page();
    const letGo = await hold(opened);
    opened.app.key = null;
    await letGo();
    expect(opened.sent).toEqual(['ada: "first"']);
    expect(toasts().map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining("You’re not signed in"),
    ]);
    opened.app.key = "ada";
    await tryAgain();
    expect(opened.sent).toEqual(['ada: "first"', 'ada: "second"']);
    expect(toasts()).toHaveLength(0);
  });

  it.each<[string, (client: QueryClient) => void]>([
    ["client.clear()", (client) => client.clear()],
    ["errorToasts.forget()", () => errorToasts.forget()],
  ])("is never sent after %s, whoever holds the cookie", async (__, signOut) => {
    const opened = page({ credentials: { headers: async () => ({}) } });
    const letGo = await hold(opened);
    act(() => signOut(opened.client));
    await letGo();
    expect(opened.sent).toEqual(['null: "first"']);
    expect(toasts()).toHaveLength(0);
  });

  it("is not sent where its person could not be told", async () => {
    const opened = page();
    const failing = Object.assign(new Error("Storage is blocked."), { name: "SecurityError" });
    const letGo = await hold({
      ...opened,
      async write(body) {
        if (body === "second") opened.app.failure = failing;
        await opened.write(body);
        delete opened.app.failure;
      },
    });
    await letGo();
    expect(opened.sent).toEqual(['ada: "first"']);
    expect(errorToasts.logged().map(({ error }) => [error.code, error.route])).toEqual([
      ["UNEXPECTED_ERROR", "POST /v1/notes"],
    ]);
  });

  it("ends at once, and is told, where its person could not be told for want of an answer", async () => {
    const onError = vi.fn();
    const opened = page({ retry: {}, onError });
    const letGo = await hold({
      ...opened,
      async write(body) {
        if (body === "second") opened.app.failure = new TypeError("Failed to fetch");
        await opened.write(body);
        delete opened.app.failure;
      },
    });
    await letGo();
    const [error] = errorToasts.logged().map((logged) => logged.error);
    expect(error).toMatchObject({
      code: "NETWORK_ERROR",
      attempts: 0,
      retryStopped: "notRetryable",
    });
    expect(onError.mock.calls).toEqual([[error]]);
    expect(toasts()).toHaveLength(1);
    await tryAgain();
    expect(opened.sent).toEqual(['ada: "first"', 'ada: "second"']);
  });
});

it("“Try again” that is pressed without a connection belongs to who pressed it", async () => {
  const opened = page({ credentials: { headers: async () => ({}) } });
  opened.server.answer = () => json("no", { status: 409 });
  await opened.write("note");
  onlineManager.setOnline(false);
  await tryAgain();
  act(() => errorToasts.forget());
  onlineManager.setOnline(true);
  await pass(10);
  expect(opened.sent).toEqual(['null: "note"']);
  expect(toasts()).toHaveLength(0);
});

it("A sign-out leaves nothing of it to a page that is opened later, which has a copy of the client's caches", async () => {
  const { client, write, sent } = page();
  onlineManager.setOnline(false);
  await write("note");
  const before = dehydrate(client);
  client.clear();
  expect(before.mutations).toHaveLength(1);
  expect(dehydrate(client).mutations).toEqual([]);
  onlineManager.setOnline(true);
  await pass(10);
  expect(sent).toEqual([]);
});
