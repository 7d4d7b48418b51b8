import { act, render, renderHook } from "@testing-library/react";
import { StrictMode, useEffect } from "react";
import { renderToString } from "react-dom/server";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { useTimeLeft } from "../../../src/components/parts/useTimeLeft.ts";
import { setClock } from "../../retry/clocks.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});

const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));
const inMs = (ms: number) => Date.now() + ms;

/** Every value that came to the screen. */
function count(atMs: number | undefined) {
  const shown: number[] = [];
  function Shown({ at }: { at: number | undefined }) {
    const timeLeftMs = useTimeLeft(at);
    useEffect(() => {
      shown.push(timeLeftMs);
    });
    return null;
  }
  const { rerender, unmount } = render(<Shown at={atMs} />);
  return { shown, unmount, rerender: (at: number | undefined) => rerender(<Shown at={at} />) };
}

describe("useTimeLeft", () => {
  it("counts down to 0 on the second, then leaves no timer", () => {
    const { result } = renderHook(() => useTimeLeft(1_002_500));
    const seen = [result.current];
    for (const ms of [499, 1, 1_000, 1_000]) {
      pass(ms);
      seen.push(result.current);
    }
    expect(seen).toEqual([2_500, 2_500, 2_000, 1_000, 0]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("renders once a second and no more once the moment has come", () => {
    const { shown } = count(inMs(3_000));
    for (const _second of Array(60).keys()) pass(1_000);
    expect(shown.filter((ms, index) => ms !== shown[index - 1])).toEqual([3_000, 2_000, 1_000, 0]);
    expect(shown.length).toBeLessThanOrEqual(5);
  });

  it.each([
    ["none", undefined],
    ["one in the past", 999_000],
    ["now", 1_000_000],
    ["none that is a number", Number.NaN],
  ])("is 0 and starts no timer where the moment is %s", (_, atMs) => {
    const { result } = renderHook(() => useTimeLeft(atMs));
    expect(result.current).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([
    ["an hour", 3_600_000],
    ["a second", 1_000],
  ])("makes nobody wait for longer where the clock is set back by %s", (_, byMs) => {
    const { result } = renderHook(() => useTimeLeft(1_003_000));
    pass(1_000);
    setClock(-byMs);
    pass(1_000);
    expect(result.current).toBe(1_000);
    pass(1_000);
    expect(result.current).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("catches up at once when a sleeping tab wakes, instead of counting the ticks it missed", () => {
    const { result } = renderHook(() => useTimeLeft(1_060_000));
    vi.setSystemTime(1_050_000);
    pass(1_000);
    expect(result.current).toBe(9_000);
    vi.setSystemTime(2_000_000);
    pass(1_000);
    expect(result.current).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("never sets a timer for longer than a second, however far away the moment is", () => {
    const setTimer = vi.spyOn(globalThis, "setTimeout");
    renderHook(() => useTimeLeft(inMs(2 ** 40)));
    const waits = setTimer.mock.calls.map(([, ms]) => ms ?? 0);
    expect(Math.max(...waits)).toBeLessThanOrEqual(1_000);
  });

  it("goes by one timer with all others, each on its own seconds", () => {
    const moments = [1_002_500, 1_002_500, 1_003_200, 1_001_000];
    const { result, unmount } = renderHook(() => moments.map((at) => useTimeLeft(at)));
    expect(vi.getTimerCount()).toBe(1);
    pass(200);
    expect(result.current).toEqual([2_500, 2_500, 3_000, 1_000]);
    pass(300);
    expect(result.current).toEqual([2_000, 2_000, 3_000, 1_000]);
    pass(500);
    expect(result.current).toEqual([2_000, 2_000, 3_000, 0]);
    expect(vi.getTimerCount()).toBe(1);
    unmount();
    expect(vi.getTimerCount()).toBe(0);
  });

  it("leaves no timer after an unmount, also under StrictMode", () => {
    const { unmount } = renderHook(() => useTimeLeft(1_060_000), { wrapper: StrictMode });
    expect(vi.getTimerCount()).toBe(1);
    unmount();
    expect(vi.getTimerCount()).toBe(0);
  });

  it("counts to a new moment from now, and never shows it from when it last looked at the clock", () => {
    const { shown, rerender } = count(undefined);
    pass(600_000);
    rerender(inMs(3_000));
    expect(new Set(shown)).toEqual(new Set([0, 3_000]));
    pass(1_000);
    rerender(inMs(10_000));
    expect(shown.at(-1)).toBe(10_000);
    rerender(undefined);
    expect(shown.at(-1)).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("renders on a server", () => {
    function Shown() {
      return useTimeLeft(1_002_000);
    }
    expect(renderToString(<Shown />)).toBe("2000");
  });
});
