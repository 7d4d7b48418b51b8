import type { VirtualClock } from "../clock/virtual-clock.ts";
import type { TrafficLog } from "../traffic.ts";

/** What a server in trouble does with requests: refuse them at once, work at half its speed, or never answer. */
export type Trouble = "refuses" | "isSlow" | "hangs";

export interface ServerPlan {
  requestsPerSecond: number;
  /** How much work may wait, in seconds at full speed. What comes on top is refused with a 503. */
  queueS: number;
  trouble?: { kind: Trouble; fromMs: number; toMs: number; retryAfterS?: number | undefined };
  /** The share of what is served that is answered with a 500. */
  failureShare: number;
}

export interface Answer {
  status: 200 | 500 | 503;
  retryAfterS?: number | undefined;
}

/** A request as the server sees it. */
export interface ReceivedRequest {
  /** Whether its client still waits. The server cannot tell, and serves it all the same. */
  isAwaited(): boolean;
  answer(answer: Answer): void;
}

interface ServerWorld {
  clock: VirtualClock;
  log: TrafficLog;
  random: () => number;
}

/** One server that works off one request after the other, first in, first out. */
export class Server {
  readonly #plan: ServerPlan;
  readonly #world: ServerWorld;
  readonly #waiting: ReceivedRequest[] = [];
  #isServing = false;

  constructor(plan: ServerPlan, world: ServerWorld) {
    this.#plan = plan;
    this.#world = world;
  }

  receive(request: ReceivedRequest): void {
    this.#world.log.noteArrived(this.#world.clock.nowMs);
    const trouble = this.#troubleNow();
    if (trouble?.kind === "hangs") return;
    if (trouble?.kind === "refuses")
      request.answer({ status: 503, retryAfterS: trouble.retryAfterS });
    else if (this.#isFull()) request.answer({ status: 503 });
    else {
      this.#waiting.push(request);
      this.#serveNext();
    }
  }

  #isFull(): boolean {
    return this.#waiting.length >= this.#plan.queueS * this.#plan.requestsPerSecond;
  }

  #serveNext(): void {
    if (this.#isServing || this.#waiting.length === 0) return;
    this.#isServing = true;
    const slowness = this.#troubleNow()?.kind === "isSlow" ? 2 : 1;
    this.#world.clock.after((slowness * 1_000) / this.#plan.requestsPerSecond, () => {
      const request = this.#waiting.shift();
      if (request) this.#serve(request);
      this.#isServing = false;
      this.#serveNext();
    });
  }

  #serve(request: ReceivedRequest): void {
    this.#world.log.noteServed(this.#world.clock.nowMs, request.isAwaited());
    const { failureShare } = this.#plan;
    const fails = failureShare > 0 && this.#world.random() < failureShare;
    request.answer({ status: fails ? 500 : 200 });
  }

  #troubleNow(): ServerPlan["trouble"] {
    const { trouble } = this.#plan;
    const { nowMs } = this.#world.clock;
    return trouble && nowMs >= trouble.fromMs && nowMs < trouble.toMs ? trouble : undefined;
  }
}
