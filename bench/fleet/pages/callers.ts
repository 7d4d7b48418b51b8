import type { Client } from "../clients/client.ts";
import type { VirtualClock } from "../clock/virtual-clock.ts";
import { offeredPerSecond } from "../scenario.ts";
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
 * A second has more or fewer calls than another by as much as chance makes of a whole fleet's, and a part of the fleet has
 * its part of them. Left to its own chance an eighth would vary by three times as much, and that would decide how long a
 * queue takes to drain.
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
  const part = callsPerSecond / offeredPerSecond;
  let wholeFleet = 0;
  for (let second = 0; second < seconds; second += 1) {
    const before = Math.floor(wholeFleet * part);
    wholeFleet += callsInSecond(offeredPerSecond, random);
    const calls = Math.floor(wholeFleet * part) - before;
    clock.at(second * 1_000, () => {
      for (let count = 0; count < calls; count += 1) clock.after(random() * 1_000, call);
    });
  }
}

/** How many of the calls that come at random, so many a second on average, come in one second (a Poisson process). */
function callsInSecond(perSecond: number, random: () => number): number {
  let count = 0;
  for (let s = gap(perSecond, random); s < 1; s += gap(perSecond, random)) count += 1;
  return count;
}

/** Seconds from one call to the next. */
function gap(perSecond: number, random: () => number): number {
  return -Math.log(1 - random()) / perSecond;
}
