import { beforeEach, describe, expect, it, vi } from "vitest";
import { RecentKeys } from "../../src/fetcher/recent-keys.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

describe("recent keys", () => {
  it("are there until their time is over, and a second note begins it anew", () => {
    const keys = new RecentKeys(1_000);
    keys.note("a");
    keys.note("b");
    vi.advanceTimersByTime(999);
    keys.note("a");
    vi.advanceTimersByTime(1);
    expect([keys.has("a"), keys.has("b"), keys.isEmpty()]).toEqual([true, false, false]);
    vi.advanceTimersByTime(999);
    expect([keys.has("a"), keys.isEmpty()]).toEqual([false, true]);
  });

  it("are the newest thousand", () => {
    const keys = new RecentKeys(60_000);
    for (let index = 0; index <= 1_000; index += 1) keys.note(`req_${index}`);
    expect([keys.has("req_0"), keys.has("req_1"), keys.has("req_1000")]).toEqual([
      false,
      true,
      true,
    ]);
  });
});
