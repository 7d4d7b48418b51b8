import { onlineManager } from "@tanstack/react-query";
import { act, fireEvent, render, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { OfflineNotice } from "../../../src/components/status/OfflineNotice.tsx";
import { useApiMutation } from "../../../src/query/useApiMutation.ts";
import { useApiQuery } from "../../../src/query/useApiQuery.ts";
import { fakeFetch, json, quietApi } from "../../fetcher/fake-fetch.ts";
import { pass, underProvider } from "../../query/under-provider.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});

const offline = "You’re offline. This continues by itself once you’re connected.";

function Loading() {
  useApiQuery("GET /v1/x");
  return null;
}

function Saving() {
  const { mutate } = useApiMutation("POST /v1/x");
  return (
    <button type="button" onClick={() => mutate()}>
      save
    </button>
  );
}

const setOnline = (online: boolean) => act(async () => onlineManager.setOnline(online));
const region = () => screen.getByRole("status");

function show(child?: ReactNode) {
  const { fetch } = fakeFetch(json("ok"));
  const { client, wrapper } = underProvider({ api: quietApi(fetch) });
  const { unmount } = render(
    <>
      <OfflineNotice />
      {child}
    </>,
    { wrapper },
  );
  return { fetch, unmount, client };
}

describe("OfflineNotice", () => {
  it("is there, empty, while there is a connection", async () => {
    show(<Loading />);
    expect(region()).toBeEmptyDOMElement();
    await pass(10);
    expect(region()).toBeEmptyDOMElement();
  });

  it("says nothing of a lost connection that nothing waits for", async () => {
    show();
    await setOnline(false);
    expect(region()).toBeEmptyDOMElement();
  });

  it("tells that a query waits, and for a while that it is over", async () => {
    onlineManager.setOnline(false);
    const { fetch } = show(<Loading />);
    await pass(10);
    expect(region()).toHaveTextContent(offline);
    expect(fetch).not.toHaveBeenCalled();

    await setOnline(true);
    await pass(10);
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(region()).toHaveTextContent("You’re connected again.");
    await pass(10_000);
    expect(region()).toBeEmptyDOMElement();
  });

  it("tells that a mutation waits, in the region that was empty before", async () => {
    show(<Saving />);
    const empty = region();
    await setOnline(false);
    await act(async () => fireEvent.click(screen.getByRole("button")));
    await pass(10);
    expect(region()).toBe(empty);
    expect(region()).toHaveTextContent(offline);
  });

  it("goes back to the warning when the connection is lost again at once", async () => {
    onlineManager.setOnline(false);
    show(<Saving />);
    const save = () => act(async () => fireEvent.click(screen.getByRole("button")));
    await save();
    await setOnline(true);
    await pass(1_000);
    await setOnline(false);
    await save();
    await pass(10_000);
    expect(region()).toHaveTextContent(offline);
  });

  it("leaves no timer after an unmount", async () => {
    onlineManager.setOnline(false);
    const { unmount, client } = show(<Loading />);
    await pass(10);
    await setOnline(true);
    await pass(10);
    unmount();
    client.clear();
    expect(vi.getTimerCount()).toBe(0);
  });

  it("is empty without a provider", () => {
    render(<OfflineNotice />);
    expect(region()).toBeEmptyDOMElement();
  });

  it("renders its empty region on a server", () => {
    expect(renderToString(<OfflineNotice />)).toContain('role="status"');
  });
});

describe("while the connection is still lost", () => {
  it("does not say that it is back when what waited is given up", async () => {
    onlineManager.setOnline(false);
    const { client } = show(<Loading />);
    await pass(10);
    expect(region()).toHaveTextContent(offline);
    await act(async () => client.cancelQueries());
    await pass(10);
    expect(region()).toBeEmptyDOMElement();
    await setOnline(true);
    expect(region()).toBeEmptyDOMElement();
  });

  it("says no longer that it is back as soon as it is lost again", async () => {
    onlineManager.setOnline(false);
    show(<Loading />);
    await pass(10);
    await setOnline(true);
    await pass(10);
    expect(region()).toHaveTextContent("You’re connected again.");
    await setOnline(false);
    expect(region()).toBeEmptyDOMElement();
    await setOnline(true);
    expect(region()).toBeEmptyDOMElement();
  });
});
