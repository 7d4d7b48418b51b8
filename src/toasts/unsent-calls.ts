import type { UnsentCall } from "../error/unsent-call.ts";

interface Run {
  /** Waited for before the first call; without it that one goes out in the same turn as the press. */
  begin?: (() => Promise<unknown>) | undefined;
  /** Told once a call has been sent and has worked. */
  onSent(): void;
  /** Asked before each call: whether nothing more is to be sent. */
  isOver(): boolean;
  /** Told of the call that failed again, before the run ends with it. */
  onFailed(call: UnsentCall, thrown: unknown): void;
}

/** More than these nobody means by one press: of autosaves that all failed, the newest are kept. */
const maxCalls = 50;

/** What one toast's "Try again" sends: everything that failed, each thing once, in the order in which it was begun. */
export class UnsentCalls {
  #calls: readonly UnsentCall[] = [];
  #running: Promise<void> | undefined;
  #isRunning = false;
  /** How many writes there was no room for. */
  #lost = 0;

  /** In the order in which they will be sent. */
  get calls(): readonly UnsentCall[] {
    return this.#calls;
  }

  get isEmpty(): boolean {
    return this.#calls.length === 0;
  }

  /** How many of them are writes. */
  get writes(): number {
    return this.#calls.filter(isWrite).length;
  }

  /** Of calls with one key the newest stands for all, at its own place. */
  add(call: UnsentCall): void {
    const known = this.#calls.find(({ key }) => key === call.key);
    // An older one that was slow to fail.
    if (known && isLater(known, call)) return;
    const others = this.#calls.filter((other) => other !== known);
    const isSame = known !== undefined && known.order !== undefined && known.order === call.order;
    const index = isSame ? this.#calls.indexOf(known) : placeFor(call, others);
    const calls = [...others.slice(0, index), call, ...others.slice(index)];
    const tooMany = calls.slice(0, Math.max(0, calls.length - maxCalls));
    this.#calls = calls.slice(tooMany.length);
    this.#lost += tooMany.filter(isWrite).length;
  }

  /** Whether they are being sent, from the first one's first moment on. */
  get isRunning(): boolean {
    return this.#isRunning;
  }

  get lost(): number {
    return this.#lost;
  }

  /** Whether a call of this key is there that was begun later. */
  hasLater(call: UnsentCall): boolean {
    return this.#calls.some((known) => known.key === call.key && isLater(known, call));
  }

  /** Whether any was dropped. */
  drop(isDropped: (call: UnsentCall) => boolean): boolean {
    const kept = this.#calls.filter((call) => !isDropped(call));
    const isAnyDropped = kept.length < this.#calls.length;
    this.#calls = kept;
    return isAnyDropped;
  }

  /**
   * Sends all, one after the other. The first that fails leaves the rest for the next run. While one run is under way
   * there is no other: who asks again waits for the same.
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
      // A success meanwhile has put it out of date.
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

/** Among the writes by their order; what has none comes last. */
function placeFor({ order }: UnsentCall, calls: readonly UnsentCall[]): number {
  if (order === undefined) return calls.length;
  const next = calls.findIndex((other) => other.order !== undefined && other.order > order);
  return next < 0 ? calls.length : next;
}

function isLater(known: UnsentCall, call: UnsentCall): boolean {
  return known.order !== undefined && call.order !== undefined && known.order > call.order;
}
