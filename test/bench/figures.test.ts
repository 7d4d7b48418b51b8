import { describe, expect, it, test } from "vitest";
import { figuresOf } from "../../bench/fleet/report/figures.ts";
import { secondsToRecovery } from "../../bench/fleet/report/recovery.ts";
import { scenarioNamed } from "../../bench/fleet/scenario.ts";
import { TrafficLog } from "../../bench/fleet/traffic.ts";

const endS = 40;
const seconds = (countAt: (second: number) => number) =>
  Array.from({ length: endS }, (_, second) => countAt(second));

describe("the time to recovery", () => {
  const cases: [string, (second: number) => number, (second: number) => number, number?][] = [
    ["every call works", () => 20, () => 20, 0],
    ["95 % work", () => 20, () => 19, 0],
    ["94 % work", () => 50, () => 47],
    ["none works until 8 s after the end", () => 20, (s) => (s < 18 ? 0 : 20), 8],
    ["none works any more", () => 20, () => 0],
    ["all work for 7 s and then none", () => 20, (s) => (s >= 12 && s < 19 ? 20 : 0)],
    ["none works once more, 9 s after the end", () => 20, (s) => (s === 19 ? 0 : 20), 10],
    [
      "fewer are begun once more",
      (s) => (s >= 20 && s < 30 ? 1 : 20),
      (s) => (s >= 20 && s < 30 ? 1 : 20),
      0,
    ],
    ["all work for 4 s only", () => 20, (s) => (s >= 12 && s < 16 ? 20 : 0)],
    ["half of the usual calls are begun", () => 10, () => 10, 0],
    [
      "fewer are begun until 6 s after the end",
      (s) => (s < 16 ? 5 : 20),
      (s) => (s < 16 ? 5 : 20),
      3,
    ],
    ["none is begun any more", () => 0, () => 0],
  ];

  test.for(cases)("where %s", ([, begun, inTime, recoveryS]) => {
    const traffic = { begun: seconds(begun), inTime: seconds(inTime) };
    const span = { afterS: 10, endS, callsPerSecond: 20 };
    expect(secondsToRecovery(traffic, span)).toBe(recoveryS);
  });

  it("is none where nobody ever calls", () => {
    const nothing = seconds(() => 0);
    const span = { afterS: 10, endS, callsPerSecond: 0 };
    expect(secondsToRecovery({ begun: nothing, inTime: nothing }, span)).toBe(0);
  });
});

describe("the log of the traffic", () => {
  it("counts a call as in time in the second in which it was begun, up to 10 s later", () => {
    const log = new TrafficLog({ fromMs: 0, seconds: 3 });
    log.noteAnswered(1_500, 11_500);
    log.noteAnswered(1_500, 11_501);
    expect(log.inTime).toEqual([0, 1, 0]);
  });

  it("leaves out what was before it begins and what is after its end", () => {
    const log = new TrafficLog({ fromMs: 5_000, seconds: 2 });
    for (const atMs of [4_999, 5_000, 6_999, 7_000]) log.noteBegun(atMs);
    expect(log.begun).toEqual([1, 1]);
  });
});

describe("the figures", () => {
  const scenario = scenarioNamed("503-busy");
  const isTrouble = (second: number) => second >= scenario.fromS && second < scenario.toS;
  const bySecond = (inTrouble: number, otherwise: number) =>
    Array.from({ length: scenario.endS }, (_, second) =>
      isTrouble(second) ? inTrouble : otherwise,
    );

  it("are multiples of what pages ask for, and shares of the calls begun in the same time", () => {
    const traffic = {
      begun: bySecond(8, 10),
      inTime: bySecond(1, 10),
      arrived: bySecond(32, 11),
      served: bySecond(0, 10),
      wasted: bySecond(0, 5).map((count, second) => (second < scenario.fromS ? 0 : count)),
    };
    expect(figuresOf({ traffic, callsPerSecond: 10 }, scenario)).toEqual({
      loadInTrouble: 3.2,
      loadMinuteAfter: 1.1,
      recoveryS: 0,
      wastedShare: 0.5,
      inTimeInTrouble: 0.125,
      inTimeMinuteAfter: 1,
    });
  });

  it("are 0 where nothing happens", () => {
    const nothing = bySecond(0, 0);
    const traffic = {
      begun: nothing,
      inTime: nothing,
      arrived: nothing,
      served: nothing,
      wasted: nothing,
    };
    const figures = figuresOf({ traffic, callsPerSecond: 10 }, scenario);
    expect(Object.values(figures)).toEqual([0, 0, undefined, 0, 0, 0]);
  });
});
