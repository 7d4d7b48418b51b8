import { describe, expect, it } from "vitest";
import type { PollHeard } from "../../bench/fleet/clients/client.ts";
import { VirtualClock } from "../../bench/fleet/clock/virtual-clock.ts";
import { openPollingPages } from "../../bench/fleet/pages/polling-pages.ts";
import { TrafficLog } from "../../bench/fleet/traffic.ts";

/** A page that polls one list every 5 s, whose client does what it is told, by the second. */
async function begunAndInTime(polls: Record<number, (heard: PollHeard) => void>) {
  const clock = new VirtualClock();
  const log = new TrafficLog({ fromMs: 0, seconds: 40 });
  const page = {
    read: () => Promise.resolve(),
    poll(_list: string, _everyMs: number, heard: PollHeard) {
      for (const [second, act] of Object.entries(polls))
        clock.at(Number(second) * 1_000, () => act(heard));
    },
  };
  openPollingPages({ pages: [page], lists: 1, everyMs: 5_000 }, { clock, log, random: () => 0 });
  await clock.runUntil(40_000);
  const secondsOf = (counts: readonly number[]) =>
    counts.flatMap((count, second) => Array.from({ length: count }, () => second));
  return { begun: secondsOf(log.begun).slice(0, 4), inTime: secondsOf(log.inTime) };
}

const begins = ({ onBegun }: PollHeard) => onBegun();
const hasData = ({ onData }: PollHeard) => onData();

describe("a poll", () => {
  it("is in time by data within 10 s, and not by later data", async () => {
    const { inTime } = await begunAndInTime({ 0: begins, 10: hasData, 12: begins, 23: hasData });
    expect(inTime).toContain(0);
    expect(inTime).not.toContain(12);
  });

  it("is answered by whatever data comes next", async () => {
    const { inTime } = await begunAndInTime({ 0: begins, 5: begins, 9: hasData });
    expect(inTime).toEqual([0, 5]);
  });

  it("is missed where none is begun for twice the period, and from then on each period", async () => {
    const { begun } = await begunAndInTime({ 0: begins, 4: begins });
    expect(begun).toEqual([0, 4, 14, 19]);
  });

  it("is not missed where the client counts the period from the end of the last one", async () => {
    const { begun } = await begunAndInTime({ 0: begins, 9: begins, 18: begins, 27: begins });
    expect(begun).toEqual([0, 9, 18, 27]);
  });
});

describe("pages that poll", () => {
  it("are opened one after the other in the first period", async () => {
    const clock = new VirtualClock();
    const log = new TrafficLog({ fromMs: 0, seconds: 10 });
    const opened: number[] = [];
    const page = { read: () => Promise.resolve(), poll: () => opened.push(clock.nowMs) };
    openPollingPages(
      { pages: [page, page], lists: 3, everyMs: 8_000 },
      { clock, log, random: () => 0.5 },
    );
    await clock.runUntil(8_000);
    expect(opened).toEqual([2_000, 2_000, 2_000, 6_000, 6_000, 6_000]);
  });
});
