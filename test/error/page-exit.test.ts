import { afterEach, describe, expect, it, vi } from "vitest";
import { tellUnlessLeaving, watchPageExit } from "../../src/error/page-exit.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("where there is no page", () => {
  it("failures are told at once, whatever events there are", () => {
    // As in a worker, a service worker or Deno.
    const events = new EventTarget();
    vi.stubGlobal("addEventListener", events.addEventListener.bind(events));
    watchPageExit();
    events.dispatchEvent(new Event("pagehide"));
    const told = vi.fn();
    tellUnlessLeaving(told);
    expect(told).toHaveBeenCalledTimes(1);
  });

  it("nothing is watched where a window has no events, as in React Native", () => {
    vi.stubGlobal("window", {});
    expect(() => watchPageExit()).not.toThrow();
    const told = vi.fn();
    tellUnlessLeaving(told);
    expect(told).toHaveBeenCalledTimes(1);
  });
});
