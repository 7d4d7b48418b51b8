/** "Try again" on a toast of TanStack Query's failures. */

import { onlineManager } from "@tanstack/react-query";
import { act, render, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ErrorToaster } from "../../../src/components/toaster/ErrorToaster.tsx";
import { useApiMutation } from "../../../src/query/useApiMutation.ts";
import { useApiQuery } from "../../../src/query/useApiQuery.ts";
import { envelope, fakeFetch, json, quietApi } from "../../fetcher/fake-fetch.ts";
import { pass, underProvider } from "../../query/under-provider.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});

async function press(name: string) {
  await act(async () => screen.getByRole("button", { name }).click());
  await pass(10);
}

const toasts = () => screen.queryAllByRole("dialog");

function Composer() {
  const send = useApiMutation("POST /v1/messages");
  return ["first", "second"].map((text) => (
    <button key={text} type="button" onClick={() => send.mutate({ body: { text } })}>
      {text}
    </button>
  ));
}

function Manual() {
  const query = useApiQuery("GET /v1/x", {}, { enabled: false });
  return (
    <button type="button" onClick={() => query.refetch()}>
      {`load, ${String(query.data)}`}
    </button>
  );
}

function show(ui: ReactNode, ...answers: Parameters<typeof fakeFetch>) {
  const { fetch, sent } = fakeFetch(...answers);
  const api = quietApi(fetch, { retry: false });
  render(
    <>
      {ui}
      <ErrorToaster />
    </>,
    underProvider({ api }),
  );
  return { fetch, bodies: () => sent.map(({ init }) => init.body) };
}

describe("“Try again” on a toast", () => {
  it("loses no message of two that failed", async () => {
    const down = () => envelope(500, "DOWN");
    const { bodies } = show(<Composer />, down(), down(), json("ok"));
    await press("first");
    await press("second");
    expect(screen.getByText("×2")).toBeVisible();
    await press("Try again");
    expect(bodies().slice(2)).toEqual(['{"text":"first"}', '{"text":"second"}']);
    expect(toasts()).toHaveLength(0);
  });

  it("sends a message that a server gave up with ABORT_ERROR", async () => {
    const { bodies } = show(<Composer />, envelope(500, "ABORT_ERROR"), json("ok"));
    await press("first");
    expect(toasts()).toHaveLength(1);
    await press("Try again");
    expect(bodies()).toEqual(['{"text":"first"}', '{"text":"first"}']);
    expect(toasts()).toHaveLength(0);
  });

  it("fetches a query that fetches only on demand", async () => {
    const { fetch } = show(<Manual />, json("old"), envelope(500, "DOWN"), json("new"));
    await press("load, undefined");
    await press("load, old");
    await press("Try again");
    expect(fetch).toHaveBeenCalledTimes(3);
    expect(screen.getByRole("button", { name: "load, new" })).toBeVisible();
    expect(toasts()).toHaveLength(0);
  });

  it("stays at work, and in sight, while there is no connection", async () => {
    show(<Manual />, json("old"), envelope(500, "DOWN"), json("new"));
    await press("load, undefined");
    await press("load, old");
    act(() => onlineManager.setOnline(false));
    await press("Try again");
    expect(screen.getByRole("button", { name: "Working…" })).toBeVisible();
    act(() => onlineManager.setOnline(true));
    await pass(10);
    expect(screen.getByRole("button", { name: "load, new" })).toBeVisible();
    expect(toasts()).toHaveLength(0);
  });

  it("is answered aloud where it fails again, once for each press", async () => {
    show(<Composer />, envelope(500, "DOWN"));
    await press("first");
    const heard: string[] = [];
    await pass(5_000);
    const region = document.querySelector("[aria-live=assertive]");
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes) heard.push(node.textContent ?? "");
    }).observe(region ?? document, { childList: true, subtree: true });
    await press("first");
    expect(heard).toHaveLength(0);
    await press("Try again");
    await press("Try again");
    expect(heard).toHaveLength(2);
    expect(new Set(heard).size).toBe(1);
  });
});

describe("A toast of a message", () => {
  it("that is too large says so", async () => {
    show(<Composer />, envelope(413, "X"));
    await press("first");
    expect(toasts()).toHaveLength(1);
    expect(screen.getByText("This couldn’t be sent because it’s too large")).toBeVisible();
  });
});
