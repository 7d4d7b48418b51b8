import type { ScheduledEvent } from "./event-queue.ts";
import type { VirtualClock } from "./virtual-clock.ts";

/** What the simulated devices' clocks show when it begins. */
const epochMs = Date.UTC(2026, 0, 1);

/** Longer delays fire at once, in browsers and in Node. */
const longestTimerMs = 2 ** 31 - 1;

/** What `setTimeout` gives: an object with Node's methods, since some packages call them. */
class VirtualTimer {
  event: ScheduledEvent | undefined;
  ref() {
    return this;
  }
  unref() {
    return this;
  }
  hasRef() {
    return true;
  }
}

/**
 * Holds what it refers to. By those that do not, Node's `Request` passes an abort on only until its parts are collected:
 * in no browser does that hang on when garbage is.
 */
class HoldingRef<T> {
  constructor(private readonly held: T) {}
  deref(): T {
    return this.held;
  }
}

/**
 * Puts a virtual clock and a chosen randomness in the place of the page's: `Date`, timers, `performance.now`,
 * `AbortSignal.timeout` and `Math.random`. Packages look these up when they need them, and then live in virtual time.
 * @returns what puts everything back
 */
export function replaceGlobals(clock: VirtualClock, random: () => number): () => void {
  const { setTimer, setRepeated, clearTimer } = timersOf(clock);
  const undo = [
    replace(globalThis, "Date", dateOf(clock)),
    replace(globalThis, "setTimeout", setTimer),
    replace(globalThis, "setInterval", setRepeated),
    replace(globalThis, "clearTimeout", clearTimer),
    replace(globalThis, "clearInterval", clearTimer),
    replace(performance, "now", () => clock.nowMs),
    replace(AbortSignal, "timeout", (delayMs: number) => abortAfter(clock, delayMs)),
    replace(Math, "random", random),
    replace(globalThis, "WeakRef", HoldingRef),
  ];
  return () => {
    for (const putBack of undo) putBack();
  };
}

function timersOf(clock: VirtualClock) {
  type Work = (...args: unknown[]) => void;

  function setTimer(work: Work, delayMs?: number, ...args: unknown[]): VirtualTimer {
    const timer = new VirtualTimer();
    timer.event = clock.after(wholeDelay(delayMs), () => work(...args));
    return timer;
  }

  function setRepeated(work: Work, delayMs?: number, ...args: unknown[]): VirtualTimer {
    const timer = new VirtualTimer();
    const schedule = () => {
      timer.event = clock.after(wholeDelay(delayMs), () => {
        schedule();
        work(...args);
      });
    };
    schedule();
    return timer;
  }

  function clearTimer(timer: unknown): void {
    if (timer instanceof VirtualTimer && timer.event) timer.event.isCancelled = true;
  }

  return { setTimer, setRepeated, clearTimer };
}

/** Timers count whole milliseconds, and at least one (HTML's and Node's are alike but for 0). */
function wholeDelay(delayMs = 0): number {
  return delayMs >= 1 && delayMs <= longestTimerMs ? Math.trunc(delayMs) : 1;
}

function dateOf(clock: VirtualClock): DateConstructor {
  const nowMs = () => Math.floor(epochMs + clock.nowMs);
  return new Proxy(Date, {
    construct: (date, args, target) =>
      Reflect.construct(date, args.length === 0 ? [nowMs()] : args, target),
    get: (date, name) => (name === "now" ? nowMs : Reflect.get(date, name)),
  });
}

function abortAfter(clock: VirtualClock, delayMs: number): AbortSignal {
  const controller = new AbortController();
  const reason = () => new DOMException("The operation timed out.", "TimeoutError");
  clock.after(wholeDelay(delayMs), () => controller.abort(reason()));
  return controller.signal;
}

function replace(owner: object, name: string, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { value, configurable: true, writable: true });
  return () => {
    if (before) Object.defineProperty(owner, name, before);
    else Reflect.deleteProperty(owner, name);
  };
}
