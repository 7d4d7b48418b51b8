import { vi } from "vitest";

export interface FakeClock {
  /** What every timer since {@link FakeClock.reset} was given. */
  delays(): readonly unknown[];
  reset(): void;
  /** Goes from timer to timer until the promise has settled. What is no timer gets all the time it needs before. */
  settle<T>(promise: Promise<T>): Promise<{ value: T } | { thrown: unknown }>;
}

/** Far more than the timers of any call here. */
const maxTimers = 1_000;

/** Fake time that passes only where nothing else is left to do. A turn of the event loop takes microseconds. */
export function startFakeClock(startMs: number): FakeClock {
  vi.useFakeTimers({ now: startMs, toFake: ["setTimeout", "clearTimeout", "Date", "performance"] });
  const delays: unknown[] = [];
  // No spy: what `vi.restoreAllMocks` brings back after `vi.useRealTimers` is the fake, for all files that follow.
  globalThis.setTimeout = new Proxy(globalThis.setTimeout, {
    apply(setTimer, self, args) {
      delays.push(args[1]);
      return Reflect.apply(setTimer, self, args);
    },
  });
  return {
    delays: () => delays,
    reset() {
      vi.clearAllTimers();
      vi.setSystemTime(startMs);
      delays.length = 0;
    },
    async settle(promise) {
      const settled = promise.then(
        (value) => ({ value }),
        (thrown: unknown) => ({ thrown }),
      );
      let isSettled = false;
      settled.then(() => {
        isSettled = true;
      });
      for (let passed = 0; passed < maxTimers; passed += 1) {
        await new Promise((turn) => setImmediate(turn));
        if (isSettled) return settled;
        if (vi.getTimerCount() === 0) throw new Error("it waits for nothing that could come");
        vi.advanceTimersToNextTimer();
      }
      throw new Error(`it has not settled after ${maxTimers} timers`);
    },
  };
}
