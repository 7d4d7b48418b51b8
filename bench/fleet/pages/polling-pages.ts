import type { Client, PollHeard } from "../clients/client.ts";
import type { ScheduledEvent } from "../clock/event-queue.ts";
import type { VirtualClock } from "../clock/virtual-clock.ts";
import type { TrafficLog } from "../traffic.ts";

/** What the lists of a page are called. */
const listNames = [
  "sessions",
  "agents",
  "models",
  "tools",
  "runs",
  "alerts",
  "members",
  "usage",
  "limits",
  "audit",
];

export interface PollingPages {
  pages: readonly Client[];
  /** How many lists each page polls. */
  lists: number;
  everyMs: number;
}

interface PollingWorld {
  clock: VirtualClock;
  log: TrafficLog;
  random: () => number;
}

/**
 * Opens the pages one after the other in the first period, each at a random moment of its part of it, so that no second
 * has much more polls than another; from then on each polls its lists.
 *
 * A poll counts as a call, and whatever data comes next answers all that were begun before. One that is not begun for
 * twice the period is missed, and counts all the same: a client gains nothing by leaving polls out.
 */
export function openPollingPages(
  { pages, lists, everyMs }: PollingPages,
  { clock, log, random }: PollingWorld,
): void {
  const names = listNames.slice(0, lists);
  for (const [index, page] of pages.entries())
    clock.at(((index + random()) / pages.length) * everyMs, () => {
      for (const name of names) page.poll(name, everyMs, countPolls(everyMs, { clock, log }));
    });
}

function countPolls(everyMs: number, { clock, log }: Omit<PollingWorld, "random">): PollHeard {
  let unansweredMs: number[] = [];
  let missed: ScheduledEvent | undefined;
  const count = (nextWithinMs: number) => {
    log.noteBegun(clock.nowMs);
    unansweredMs.push(clock.nowMs);
    if (missed) missed.isCancelled = true;
    missed = clock.after(nextWithinMs, () => count(everyMs));
  };
  return {
    onBegun: () => count(2 * everyMs),
    onData() {
      for (const begunMs of unansweredMs) log.noteAnswered(begunMs, clock.nowMs);
      unansweredMs = [];
    },
  };
}
