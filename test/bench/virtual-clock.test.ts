import { describe, expect, it, test } from "vitest";
import { replaceGlobals } from "../../bench/fleet/clock/replaced-globals.ts";
import { VirtualClock } from "../../bench/fleet/clock/virtual-clock.ts";
import { seededRandom } from "../../bench/fleet/seeded-random.ts";

describe("the virtual clock", () => {
  it("runs events by their time, whatever the order they were added in", async () => {
    const clock = new VirtualClock();
    const random = seededRandom(1);
    const times = Array.from({ length: 1_000 }, () => Math.floor(random() * 500));
    const ran: number[] = [];
    for (const time of times) clock.at(time, () => ran.push(clock.nowMs));
    await clock.runUntil(500);
    expect(ran).toEqual(times.toSorted((a, b) => a - b));
  });

  it("runs events of the same time in the order they were added in", async () => {
    const clock = new VirtualClock();
    const ran: string[] = [];
    for (const name of ["first", "second", "third"]) clock.at(5, () => ran.push(name));
    await clock.runUntil(5);
    expect(ran).toEqual(["first", "second", "third"]);
  });

  it("runs all promise jobs of an event before the next one", async () => {
    const clock = new VirtualClock();
    const ran: string[] = [];
    clock.at(1, async () => {
      for (let job = 0; job < 20; job += 1) await undefined;
      ran.push(`job at ${clock.nowMs}`);
    });
    clock.at(2, () => ran.push("next event"));
    await clock.runUntil(2);
    expect(ran).toEqual(["job at 1", "next event"]);
  });

  it("leaves out what was cancelled, and what is due after the end", async () => {
    const clock = new VirtualClock();
    const ran: string[] = [];
    clock.at(1, () => ran.push("cancelled")).isCancelled = true;
    clock.at(11, () => ran.push("too late"));
    await clock.runUntil(10);
    expect(ran).toEqual([]);
    expect(clock.nowMs).toBe(10);
  });
});

/** Runs with the globals of a virtual clock, and puts them back. */
async function inVirtualTime(run: (clock: VirtualClock) => Promise<void> | void): Promise<void> {
  const clock = new VirtualClock();
  const putBack = replaceGlobals(clock, () => 0.5);
  try {
    await run(clock);
  } finally {
    putBack();
  }
}

describe("what a page has of virtual time", () => {
  it("lets Date, performance and timers agree", () =>
    inVirtualTime(async (clock) => {
      const begun = { date: Date.now(), performance: performance.now() };
      const seen: unknown[] = [];
      setTimeout(() => {
        seen.push(Date.now() - begun.date, performance.now() - begun.performance);
        seen.push(new Date().toISOString());
      }, 1_500);
      await clock.runUntil(2_000);
      expect(seen).toEqual([1_500, 1_500, "2026-01-01T00:00:01.500Z"]);
    }));

  it("repeats an interval until it is cleared, from within too", () =>
    inVirtualTime(async (clock) => {
      const times: number[] = [];
      const timer = setInterval(() => {
        times.push(clock.nowMs);
        if (times.length === 3) clearInterval(timer);
      }, 100);
      await clock.runUntil(1_000);
      expect(times).toEqual([100, 200, 300]);
    }));

  test.for([0, -5, Number.NaN, 2 ** 31, Number.POSITIVE_INFINITY])(
    "fires a timer of %d ms after 1 ms, as Node does",
    (delayMs) =>
      inVirtualTime(async (clock) => {
        const times: number[] = [];
        setTimeout(() => times.push(clock.nowMs), delayMs);
        await clock.runUntil(10);
        expect(times).toEqual([1]);
      }),
  );

  it("times a signal out with a TimeoutError", () =>
    inVirtualTime(async (clock) => {
      const signal = AbortSignal.timeout(2_000);
      await clock.runUntil(1_999);
      expect(signal.aborted).toBe(false);
      await clock.runUntil(2_000);
      expect(signal.reason).toHaveProperty("name", "TimeoutError");
    }));

  it("has a chosen randomness", () => inVirtualTime(() => expect(Math.random()).toBe(0.5)));

  it("is gone when it is put back", async () => {
    const owned = () => [Date, setTimeout, setInterval, clearTimeout, performance.now, Math.random];
    const before = owned();
    await inVirtualTime(() => expect(owned()).not.toEqual(before));
    expect(owned()).toEqual(before);
    expect(Object.hasOwn(performance, "now")).toBe(false);
  });
});
