/** A toast whose cause goes while somebody is at it. */

import { act, fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { ErrorToaster } from "../../../src/components/toaster/ErrorToaster.tsx";
import type { ToastAdapter } from "../../../src/components/toaster/sonner-adapter.tsx";
import { ApiError } from "../../../src/error/api-error.ts";
import { ToastStore } from "../../../src/toasts/toast-store.ts";
import { fakeFetch, json, quietApi } from "../../fetcher/fake-fetch.ts";
import { underProvider } from "../../query/under-provider.tsx";

const api = quietApi(fakeFetch(json({})).fetch);
/** One pointer, which leaves what it was over. */
const user = userEvent.setup();

beforeEach(() => {
  document.getSelection()?.removeAllRanges();
});

function shown(adapter?: ToastAdapter) {
  const toasts = new ToastStore();
  render(
    <>
      <button type="button">elsewhere</button>
      <ErrorToaster {...(adapter && { adapter })} />
    </>,
    underProvider({ api, toasts }),
  );
  const error = new ApiError({
    code: "DOWN",
    kind: "unavailable",
    message: "m",
    api: "agents",
    route: "GET /v1/x",
    requestId: "req_01",
  });
  act(() => toasts.addFailed(error, { send: async () => {}, key: "x", isRead: true }));
  return { toasts, works: () => act(() => toasts.causes.readWorked("x")) };
}

const toast = () => screen.queryByRole("dialog");
const elsewhere = () => screen.getByRole("button", { name: "elsewhere" });

async function select(node: Node | null) {
  document.getSelection()?.removeAllRanges();
  if (node) document.getSelection()?.selectAllChildren(node);
  await act(async () => fireEvent(document, new Event("selectionchange")));
}

describe("A toast whose cause goes", () => {
  it("goes at once where nobody is at it", async () => {
    const { works } = shown();
    await works();
    expect(toast()).toBeNull();
  });

  it.each<[string, (at: HTMLElement) => Promise<unknown>, () => Promise<unknown>]>([
    ["the pointer is over it", (at) => user.hover(at), () => user.hover(elsewhere())],
    [
      "it has the focus",
      async (at) => act(() => at.focus()),
      async () => act(() => elsewhere().focus()),
    ],
    [
      "one of its buttons has the focus",
      async (at) => act(() => within(at).getByRole("button", { name: "Dismiss" }).focus()),
      async () => act(() => elsewhere().focus()),
    ],
    [
      "its id is selected, though the pointer has left",
      async (at) => {
        await user.hover(at);
        await select(within(at).getByText("req_01", { selector: "code" }));
        await user.hover(elsewhere());
      },
      () => select(null),
    ],
  ])("stays while %s, and goes once that is over", async (_, come, leave) => {
    const { works } = shown();
    await come(toast() ?? document.body);
    await works();
    expect(toast()).toBeVisible();
    await leave();
    expect(toast()).toBeNull();
  });

  it("stays while the focus goes from one of its buttons to the next", async () => {
    const { works } = shown();
    const [first, second] = within(toast() ?? document.body).getAllByRole("button");
    act(() => first?.focus());
    await works();
    act(() => second?.focus());
    expect(toast()).toBeVisible();
  });

  it("stays while the pointer is over it when only the focus leaves", async () => {
    const { works } = shown();
    await user.hover(toast() ?? document.body);
    act(() => toast()?.focus());
    await works();
    act(() => elsewhere().focus());
    expect(toast()).toBeVisible();
  });

  it("stays in another library's stack as well", async () => {
    const stack = document.body.appendChild(document.createElement("div"));
    const shownThere = new Map<string, React.ReactElement>();
    const draw = () => render(<aside>{[...shownThere.values()]}</aside>, { container: stack });
    const { works } = shown({
      show: (id, content) => void shownThere.set(id, content),
      hide: (id) => void shownThere.delete(id),
    });
    draw();
    const there = screen.getByRole("group", { name: /isn’t available/ });
    await user.hover(there);
    await works();
    expect(shownThere.size).toBe(1);
    await user.hover(elsewhere());
    expect(shownThere.size).toBe(0);
  });

  it("stays while the pointer is over another one, which would move from under it", async () => {
    const { works, toasts } = shown();
    act(() => toasts.add(new Error("another")));
    const [another] = screen.getAllByRole("dialog");
    await user.hover(another ?? document.body);
    await works();
    expect(screen.getAllByRole("dialog")).toHaveLength(2);
    await user.hover(elsewhere());
    expect(screen.getAllByRole("dialog")).toEqual([another]);
  });

  it("is dismissed by the person all the same", async () => {
    const { works } = shown();
    await user.hover(toast() ?? document.body);
    await works();
    await user.click(screen.getByRole("button", { name: "Dismiss" }));
    expect(toast()).toBeNull();
  });
});
