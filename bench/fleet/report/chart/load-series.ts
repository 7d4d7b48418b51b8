import { patienceMs } from "../../traffic.ts";
import type { FleetResult } from "../fleet-results.ts";
import { sumOf } from "../recovery.ts";

/** How many points a line has at most. */
const mostPoints = 140;

export interface LoadSeries {
  /** Seconds from one point to the next. */
  everyS: number;
  endS: number;
  /** Requests, as a multiple of the calls that are begun on average. */
  load: number[];
  /** Of the calls begun, those that had what they asked for in time, in the same measure. */
  inTime: number[];
}

/** What a chart shows of a run: all but the last seconds, whose calls have not had their time. */
export function loadSeries({ scenario, traffic, callsPerSecond }: FleetResult): LoadSeries {
  const endS = scenario.endS - patienceMs / 1_000;
  const everyS = Math.ceil(endS / mostPoints);
  const points = Math.floor(endS / everyS);
  const series = (bySecond: readonly number[]) =>
    Array.from(
      { length: points },
      (_, point) =>
        sumOf(bySecond, point * everyS, (point + 1) * everyS) / (everyS * callsPerSecond),
    );
  return { everyS, endS, load: series(traffic.arrived), inTime: series(traffic.inTime) };
}
