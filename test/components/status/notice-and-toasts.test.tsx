/** An outage is told of by a notice on the page or by a toast, not by both; a failed write always has its toast. */

import { act, render, screen } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { announcer } from "../../../src/components/focus/announcer.ts";
import { ServiceNotice } from "../../../src/components/status/ServiceNotice.tsx";
import { ErrorToaster } from "../../../src/components/toaster/ErrorToaster.tsx";
import { useApiMutation } from "../../../src/query/useApiMutation.ts";
import { useApiQuery } from "../../../src/query/useApiQuery.ts";
import { errorToasts } from "../../../src/toasts/mounted-toasts.ts";
import { json, quietApi } from "../../fetcher/fake-fetch.ts";
import { pass, underProvider } from "../../query/under-provider.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});

const routes = ["GET /v1/a", "GET /v1/b", "GET /v1/c"] as const;

function Part({ route }: { route: (typeof routes)[number] }) {
  return <li>{useApiQuery(route, {}, { refetchInterval: 5_000 }).status}</li>;
}

function Page({ parts }: { parts: number }) {
  const save = useApiMutation("POST /v1/notes");
  return (
    <ul>
      {routes.slice(0, parts).map((route) => (
        <Part key={route} route={route} />
      ))}
      <button type="button" onClick={() => save.mutate({ body: 1 })}>
        Save
      </button>
    </ul>
  );
}

async function open(notice: boolean, parts: number = routes.length) {
  const server = { isUp: true, ids: 0 };
  const fetch = async () => {
    server.ids += 1;
    const error = { code: "DOWN", message: "m", requestId: `req_${server.ids}` };
    return server.isUp ? json({}) : json({ error }, { status: 503 });
  };
  const said = vi.spyOn(announcer, "say");
  const { wrapper } = underProvider({ api: quietApi(fetch, { retry: false }) });
  const { unmount } = render(
    <>
      {notice && <ServiceNotice />}
      <Page parts={parts} />
      <ErrorToaster />
    </>,
    { wrapper },
  );
  await pass(10);
  const texts = () => said.mock.calls.map(([{ text }]) => text);
  return { server, texts, unmount };
}

const toasts = () => screen.queryAllByRole("dialog").map(({ textContent }) => textContent);

it.each([
  ["the notice tells of it where there is one", true, 0],
  ["a toast tells of it where there is none", false, 1],
])(
  "Of an outage that polled routes meet %s, once, and once that it is over",
  async (_, notice, count) => {
    const { server, texts, unmount } = await open(notice);
    server.isUp = false;
    await pass(20_000);
    expect(toasts()).toHaveLength(count);
    server.isUp = true;
    await pass(12_000);
    expect(toasts()).toHaveLength(0);
    expect(texts()).toEqual([
      expect.stringMatching(/^The service isn’t available right now/),
      "The service is available again.",
    ]);
    unmount();
  },
);

it("A failure that no notice tells of yet has a toast, until the notice tells of it", async () => {
  const { server, texts, unmount } = await open(true, 1);
  server.isUp = false;
  await pass(5_250);
  expect(toasts()).toHaveLength(0);
  await pass(1_000);
  expect(toasts()).toHaveLength(1);
  await pass(5_000);
  expect(screen.getByRole("group", { name: /^The service isn’t available/ })).toBeVisible();
  expect(toasts()).toHaveLength(0);
  await pass(20_000);
  expect(toasts()).toHaveLength(0);
  server.isUp = true;
  await pass(12_000);
  expect(texts()).toEqual([
    expect.stringMatching(/^The service isn’t available right now/),
    expect.stringMatching(/^The service isn’t available right now/),
    "The service is available again.",
  ]);
  unmount();
});

it("A write that fails meanwhile has its toast beside the notice, and keeps it after the outage", async () => {
  const { server, unmount } = await open(true);
  server.isUp = false;
  await pass(10_000);
  await act(async () => screen.getByRole("button", { name: "Save" }).click());
  await pass(10);
  expect(toasts()).toHaveLength(1);
  server.isUp = true;
  await pass(12_000);
  expect(toasts()).toHaveLength(1);
  await act(async () => screen.getByRole("button", { name: "Try again" }).click());
  await pass(50);
  expect(toasts()).toHaveLength(0);
  expect(errorToasts.logged().length).toBeGreaterThan(0);
  unmount();
});
