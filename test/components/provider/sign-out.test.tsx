/** What the app sends and tells of itself, without a hook, ends with its person as well. */

import { QueryClient } from "@tanstack/react-query";
import { act, renderHook, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ErrorToaster } from "../../../src/components/toaster/ErrorToaster.tsx";
import { apiKey } from "../../../src/fetcher/credentials.ts";
import { errorToasts, toastError } from "../../../src/toasts/mounted-toasts.ts";
import { json, pending, quietApi } from "../../fetcher/fake-fetch.ts";
import { pass, underProvider } from "../../query/under-provider.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  errorToasts.forget();
});

/** Ada sends a note by `api.request`; the app makes a toast of its failure. */
function appWithToasts(options: Partial<Parameters<typeof quietApi>[1]> = {}) {
  const app = { key: "ada" };
  const sent: string[] = [];
  const server: { answer: () => Response | Promise<Response> } = { answer: () => json("ok") };
  const fetch = async (_input: unknown, init: RequestInit = {}) => {
    sent.push(`${new Headers(init.headers).get("x-api-key")}: ${init.body ?? init.method}`);
    return server.answer();
  };
  const api = quietApi(fetch, { credentials: apiKey(() => app.key), ...options });
  const client = new QueryClient();
  const { wrapper } = underProvider({ api }, client);
  const { unmount } = renderHook(() => null, {
    wrapper: ({ children }) =>
      wrapper({
        children: (
          <>
            {children}
            <ErrorToaster />
          </>
        ),
      }),
  });
  const send = () => api.request("POST /v1/notes", { body: "of ada" }).catch(toastError);
  return { app, api, client, sent, server, send, unmount };
}

const signOuts: [string, (client: QueryClient) => void][] = [
  ["client.clear()", (client) => client.clear()],
  ["errorToasts.forget()", () => errorToasts.forget()],
];

const expectNothing = () => {
  expect(screen.queryAllByRole("dialog")).toHaveLength(0);
  expect(errorToasts.logged()).toEqual([]);
};

describe("A call without a hook", () => {
  it.each(signOuts)("is not sent again after %s, whoever holds the cookie", async (_, signOut) => {
    const { client, sent, server, send } = appWithToasts({
      credentials: { headers: async () => ({}) },
    });
    server.answer = () => json({}, { status: 503 });
    const sending = send();
    await pass(10);
    act(() => signOut(client));
    server.answer = () => json("ok");
    await pass(60_000);
    await sending;
    expect(sent).toEqual(['null: "of ada"']);
    expectNothing();
  });

  it.each(signOuts)("is told of to nobody where it fails after %s", async (_, signOut) => {
    const slow = pending<Response>();
    const { client, server, send } = appWithToasts({ credentials: { headers: async () => ({}) } });
    server.answer = () => slow.promise;
    const sending = send();
    await pass(10);
    act(() => signOut(client));
    slow.resolve(json({}, { status: 409 }));
    await act(() => sending);
    expectNothing();
  });

  it("is told of to nobody where it fails after another person's call", async () => {
    const slow = pending<Response>();
    const { app, api, server, send } = appWithToasts();
    server.answer = () => slow.promise;
    const sending = send();
    await pass(10);
    app.key = "bob";
    server.answer = () => json("ok");
    await api.request("GET /v1/me");
    slow.resolve(json({}, { status: 409 }));
    await act(() => sending);
    expectNothing();
  });

  it("is told of as ever while its person is there, and once the provider has gone", async () => {
    const { server, send, client, unmount } = appWithToasts();
    server.answer = () => json({}, { status: 409 });
    await act(send);
    expect(screen.queryAllByRole("dialog")).toHaveLength(1);
    unmount();
    errorToasts.clearLog();
    client.clear();
    await act(send);
    expect(errorToasts.logged().map(({ count }) => count)).toEqual([1]);
  });
});
