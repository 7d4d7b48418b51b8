import type { UnsentCall } from "../error/unsent-call.ts";

interface Run {
  /** Awaited before the first call. Without it, that call is sent in the same turn as the press. */
  begin?: (() => Promise<unknown>) | undefined;
  /** Called after each call that was sent and has worked. */
  onSent(): void;
  /** Asked before each call: whether the run must send nothing more. */
  isOver(): boolean;
  /** Called with the call that failed again, before the run rejects. */
  onFailed(call: UnsentCall, thrown: unknown): void;
}

/** Nobody means more calls by one press. Of 60 autosaves that failed, the newest 50 are kept. */
const maxCalls = 50;

/** What one toast's "Try again" sends: every failed call, each key once, in the order in which they began. */
export class UnsentCalls {
  #calls: readonly UnsentCall[] = [];
  #running: Promise<void> | undefined;
  #isRunning = false;
  /** How many writes were dropped because of `maxCalls`. */
  #lost = 0;

  /** In the order in which they will be sent. */
  get calls(): readonly UnsentCall[] {
    return this.#calls;
  }

  get isEmpty(): boolean {
    return this.#calls.length === 0;
  }

  /** How many of the calls are writes. */
  get writes(): number {
    return this.#calls.filter(isWrite).length;
  }

  /** Adds a call. It replaces an older call of the same key, at its own place in the order. */
  add(call: UnsentCall): void {
    const known = this.#calls.find(({ key }) => key === call.key);
    // The known call began later: this one only took longer to fail.
    if (known && isLater(known, call)) return;
    const others = this.#calls.filter((other) => other !== known);
    const isSame = known !== undefined && known.order !== undefined && known.order === call.order;
    const index = isSame ? this.#calls.indexOf(known) : placeFor(call, others);
    const calls = [...others.slice(0, index), call, ...others.slice(index)];
    const tooMany = calls.slice(0, Math.max(0, calls.length - maxCalls));
    this.#calls = calls.slice(tooMany.length);
    this.#lost += tooMany.filter(isWrite).length;
  }

  /** Whether a run is under way, also while it waits for `begin`. */
  get isRunning(): boolean {
    return this.#isRunning;
  }

  get lost(): number {
    return this.#lost;
  }

  /** Whether it keeps a call of the same key that began later. */
  hasLater(call: UnsentCall): boolean {
    return this.#calls.some((known) => known.key === call.key && isLater(known, call));
  }

  /** @returns whether any call was dropped */
  drop(isDropped: (call: UnsentCall) => boolean): boolean {
    const kept = this.#calls.filter((call) => !isDropped(call));
    const isAnyDropped = kept.length < this.#calls.length;
    this.#calls = kept;
    return isAnyDropped;
  }

  /**
   * Sends all calls, one after the other. The first that fails leaves the rest for the next run. Called again during a
   * run, it returns the same promise.
   * @throws what the call that failed again was rejected with
   */
  run(run: Run): Promise<void> {
    this.#running ??= this.#sendAll(run).finally(() => {
      this.#running = undefined;
      this.#isRunning = false;
    });
    return this.#running;
  }

  async #sendAll({ begin, isOver, onFailed, onSent }: Run): Promise<void> {
    this.#isRunning = true;
    if (begin) await begin();
    for (const call of this.#calls) {
      if (call.whenDue) await call.whenDue();
      if (isOver()) return;
      // A write that succeeded meanwhile has overtaken it.
      if (!this.#calls.includes(call)) continue;
      try {
        await call.send();
      } catch (thrown) {
        if (!isOver()) onFailed(call, thrown);
        throw thrown;
      }
      this.drop((sent) => sent === call);
      if (!isOver()) onSent();
    }
  }
}

function isWrite({ order }: UnsentCall): boolean {
  return order !== undefined;
}

/** The index for a call: writes go by their order, calls without one go last. */
function placeFor({ order }: UnsentCall, calls: readonly UnsentCall[]): number {
  if (order === undefined) return calls.length;
  const next = calls.findIndex((other) => other.order !== undefined && other.order > order);
  return next < 0 ? calls.length : next;
}

function isLater(known: UnsentCall, call: UnsentCall): boolean {
  return known.order !== undefined && call.order !== undefined && known.order > call.order;
}
