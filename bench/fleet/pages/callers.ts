import type { Client } from "../clients/client.ts";
import type { VirtualClock } from "../clock/virtual-clock.ts";
import type { TrafficLog } from "../traffic.ts";

export interface Callers {
  pages: readonly Client[];
  callsPerSecond: number;
  seconds: number;
}

interface CallersWorld {
  clock: VirtualClock;
  log: TrafficLog;
  random: () => number;
}

/**
 * Calls at random times, each by any of the pages and for a session of its own.
 *
 * Each second has its share of calls: in a whole fleet chance makes little of more or fewer, in an eighth of one three
 * times as much, and it would decide how long a queue takes to drain.
 */
export function beginCalls(
  { pages, callsPerSecond, seconds }: Callers,
  { clock, log, random }: CallersWorld,
): void {
  let begun = 0;
  const call = () => {
    const begunMs = clock.nowMs;
    log.noteBegun(begunMs);
    begun += 1;
    pages[Math.floor(random() * pages.length)]?.read(`session-${begun}`).then(
      () => log.noteAnswered(begunMs, clock.nowMs),
      // What the client gave up is known by not being answered.
      () => {},
    );
  };
  for (let second = 0; second < seconds; second += 1)
    clock.at(second * 1_000, () => {
      const calls = Math.floor((second + 1) * callsPerSecond) - Math.floor(second * callsPerSecond);
      for (let count = 0; count < calls; count += 1) clock.after(random() * 1_000, call);
    });
}
