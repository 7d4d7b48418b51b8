import { act, renderHook } from "@testing-library/react";
import { StrictMode } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useCopy } from "../../../src/components/parts/useCopy.ts";
import { fakeCommand, giveClipboard, takeClipboard } from "./clipboard.ts";

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = "<code>req_01</code>";
});
afterEach(() => {
  takeClipboard();
  document.body.innerHTML = "";
});

const source = () => document.querySelector("code");
const refuse = () => Promise.reject(new DOMException("no", "NotAllowedError"));

function hook() {
  const { result, unmount } = renderHook(() => useCopy(), { wrapper: StrictMode });
  const copy = (from: Element | null = source()) => act(() => result.current.copy("req_01", from));
  return { copy, unmount, state: () => result.current.state };
}

describe("useCopy", () => {
  it("is copied once the text is on the clipboard, and idle again after a while", async () => {
    giveClipboard();
    const { copy, state } = hook();
    expect(state()).toBe("idle");
    expect(await copy()).toBe("copied");
    expect(state()).toBe("copied");
    act(() => vi.advanceTimersByTime(10_000));
    expect(state()).toBe("idle");
  });

  it("does not say so before the browser has", async () => {
    let write = () => {};
    giveClipboard(() => new Promise((resolve) => (write = resolve)));
    const { result } = renderHook(() => useCopy());
    let outcome: Promise<unknown> | undefined;
    await act(async () => {
      outcome = result.current.copy("req_01", source());
    });
    expect(result.current.state).toBe("idle");
    await act(async () => write());
    expect(await outcome).toBe("copied");
    expect(result.current.state).toBe("copied");
  });

  it("is copied by the command where there is no clipboard", async () => {
    const { copied } = fakeCommand();
    expect(await hook().copy()).toBe("copied");
    expect(copied).toEqual(["req_01"]);
  });

  it("selects the text where the page may not copy, and says so until the next try", async () => {
    giveClipboard(refuse);
    const { copy, state } = hook();
    expect(await copy()).toBe("selected");
    expect(String(window.getSelection())).toBe("req_01");
    act(() => vi.advanceTimersByTime(60_000));
    expect(state()).toBe("selected");
    giveClipboard();
    await copy();
    expect(state()).toBe("copied");
  });

  it("has failed where there is nothing to select either", async () => {
    const { copy, state } = hook();
    expect(await copy(null)).toBe("failed");
    expect(state()).toBe("failed");
  });

  it("counts the time from the last press", async () => {
    giveClipboard();
    const { copy, state } = hook();
    await copy();
    act(() => vi.advanceTimersByTime(3_000));
    await copy();
    act(() => vi.advanceTimersByTime(3_000));
    expect(state()).toBe("copied");
  });

  it("stays selected where an earlier press had copied", async () => {
    giveClipboard();
    const { copy, state } = hook();
    await copy();
    giveClipboard(refuse);
    await copy();
    act(() => vi.advanceTimersByTime(60_000));
    expect(state()).toBe("selected");
  });

  it("leaves no timer after an unmount, also one while the browser was still asked", async () => {
    let write = () => {};
    giveClipboard(() => new Promise((resolve) => (write = resolve)));
    const { result, unmount } = renderHook(() => useCopy());
    const outcome = result.current.copy("req_01", source());
    unmount();
    write();
    expect(await outcome).toBe("copied");
    expect(vi.getTimerCount()).toBe(0);
  });

  it("says of another text nothing that it says of one, not even late", async () => {
    let write = () => {};
    giveClipboard(() => new Promise((resolve) => (write = resolve)));
    const { result, rerender } = renderHook(useCopy, { initialProps: "req_01" });
    await act(async () => void result.current.copy("req_01", source()));
    rerender("req_02");
    await act(async () => write());
    expect(result.current.state).toBe("idle");
    rerender("req_01");
    expect(result.current.state).toBe("copied");
  });
});
