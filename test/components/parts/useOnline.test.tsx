import { act, renderHook } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { useOnline } from "../../../src/components/parts/useOnline.ts";

function setOnLine(onLine: boolean) {
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(onLine);
  act(() => void window.dispatchEvent(new Event(onLine ? "online" : "offline")));
}

describe("useOnline", () => {
  it("follows the browser", () => {
    const { result } = renderHook(useOnline);
    expect(result.current).toBe(true);
    setOnLine(false);
    expect(result.current).toBe(false);
    setOnLine(true);
    expect(result.current).toBe(true);
  });

  it("listens to nothing after an unmount", () => {
    const added = vi.spyOn(window, "addEventListener");
    const removed = vi.spyOn(window, "removeEventListener");
    renderHook(useOnline).unmount();
    const own = ([name]: unknown[]) => name === "online" || name === "offline";
    expect(removed.mock.calls.filter(own)).toEqual(added.mock.calls.filter(own));
    expect(added.mock.calls.filter(own)).toHaveLength(2);
  });
});
