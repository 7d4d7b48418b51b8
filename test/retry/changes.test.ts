import { beforeEach, describe, expect, it, vi } from "vitest";
import { Changes } from "../../src/retry/changes.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

describe("a wait for a change", () => {
  it.each<[string, (changes: Changes, controller: AbortController) => void]>([
    ["the change", (changes) => changes.tell()],
    ["an abort", (_, controller) => controller.abort()],
    ["its time", () => vi.advanceTimersByTime(1_000)],
  ])("that %s has ended is forgotten: later changes find nobody", async (_, end) => {
    const changes = new Changes();
    const controller = new AbortController();
    const released = vi.spyOn(controller.signal, "removeEventListener");
    const wait = changes.wait(1_000, controller.signal);
    end(changes, controller);
    await wait;
    changes.tell();
    changes.tell();
    expect(released).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
