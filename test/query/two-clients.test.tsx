/** A page with two clients: what belongs to one person is forgotten everywhere, what belongs to the next goes on. */

import { QueryClient, QueryClientProvider, useMutation } from "@tanstack/react-query";
import { act, render, renderHook, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { RecourseProvider } from "../../src/components/provider/RecourseProvider.tsx";
import { ErrorToaster } from "../../src/components/toaster/ErrorToaster.tsx";
import { apiKey } from "../../src/fetcher/credentials.ts";
import { apiMutationOptions } from "../../src/query/api-mutation-options.ts";
import { errorToasts } from "../../src/toasts/mounted-toasts.ts";
import { json, quietApi } from "../fetcher/fake-fetch.ts";
import { pass, underProvider } from "./under-provider.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  errorToasts.forget();
});

function pageWithTwoClients() {
  const app = { key: "ada" };
  const sent: string[] = [];
  const server: { answer: () => Response | Promise<Response> } = {
    answer: () => json({}, { status: 409 }),
  };
  const fetch = async (_input: unknown, init: RequestInit = {}) => {
    sent.push(`${new Headers(init.headers).get("x-api-key")}: ${init.body ?? init.method}`);
    return server.answer();
  };
  const api = quietApi(fetch, { credentials: apiKey(() => app.key) });
  const [one, other] = [new QueryClient(), new QueryClient()];
  render(
    <>
      <QueryClientProvider client={one}>
        <RecourseProvider api={api}>
          <ErrorToaster />
        </RecourseProvider>
      </QueryClientProvider>
      <QueryClientProvider client={other}>
        <RecourseProvider api={api}>
          <ErrorToaster />
        </RecourseProvider>
      </QueryClientProvider>
    </>,
  );
  async function write(client: QueryClient, body: string) {
    const { wrapper } = underProvider({ api }, client);
    const options = apiMutationOptions(api, "POST /v1/notes", {}, { meta: { errorToast: true } });
    renderHook(() => useMutation(options), { wrapper }).result.current.mutate({ body });
    await pass(10);
  }
  return { app, api, sent, server, one, other, write };
}

const toasts = () => screen.queryAllByRole("dialog");

it("the next person's write goes on, whichever client it is the first call of", async () => {
  const { app, sent, server, one, other, write } = pageWithTwoClients();
  await write(one, "of ada");
  expect(toasts()).toHaveLength(1);

  app.key = "bob";
  server.answer = () => json({}, { status: 503 });
  await write(other, "of bob");
  expect(toasts()).toHaveLength(0);
  server.answer = () => json("ok");
  await pass(60_000);

  expect(sent).toEqual(['ada: "of ada"', 'bob: "of bob"', 'bob: "of bob"']);
});

it.each<[string, (client: QueryClient) => void]>([
  ["client.clear() of one of them", (client) => client.clear()],
  ["errorToasts.forget()", () => errorToasts.forget()],
])("the toasts of both are forgotten at %s", async (_, signOut) => {
  const { app, api, server, one, other, write } = pageWithTwoClients();
  await write(one, "of ada");
  await write(other, "of ada");
  expect(toasts()).toHaveLength(2);
  act(() => signOut(one));
  expect(toasts()).toHaveLength(0);
  app.key = "bob";
  server.answer = () => json("me");
  await act(() => api.request("GET /v1/me"));
  expect(toasts()).toHaveLength(0);
});

it("a sign-out of one ends what is under way in the other", async () => {
  const { sent, server, one, other, write } = pageWithTwoClients();
  server.answer = () => json({}, { status: 503 });
  await write(other, "of ada");
  act(() => one.clear());
  server.answer = () => json("ok");
  await pass(60_000);

  expect(sent).toEqual(['ada: "of ada"']);
  expect(toasts()).toHaveLength(0);
});
