import type { Scenario } from "../scenario.ts";
import type { Simulated } from "../simulate.ts";
import { patienceMs } from "../traffic.ts";
import { secondsToRecovery, sumOf } from "./recovery.ts";

/** What a run comes to. Loads are multiples of what the pages ask for while all is well. */
export interface Figures {
  loadInTrouble: number;
  loadMinuteAfter: number;
  /** From the end of the trouble; undefined where the fleet did not recover while it was watched. */
  recoveryS: number | undefined;
  /** The share of what was served, from the beginning of the trouble on, that nobody waited for any more. */
  wastedShare: number;
  /** The share of the calls begun in the trouble that had what they asked for within 10 s. */
  inTimeInTrouble: number;
  inTimeMinuteAfter: number;
}

export function figuresOf(
  { traffic, callsPerSecond }: Pick<Simulated, "traffic" | "callsPerSecond">,
  { fromS, toS, endS }: Scenario,
): Figures {
  const { begun, inTime, arrived, served, wasted } = traffic;
  // Later calls have not had their time when the run ends.
  const lastS = endS - patienceMs / 1_000;
  const minuteEndS = Math.min(toS + 60, lastS);
  const load = (a: number, b: number) => sumOf(arrived, a, b) / (callsPerSecond * (b - a));
  const share = (part: readonly number[], whole: readonly number[], a: number, b: number) =>
    sumOf(part, a, b) / Math.max(1, sumOf(whole, a, b));
  return {
    loadInTrouble: load(fromS, toS),
    loadMinuteAfter: load(toS, minuteEndS),
    recoveryS: secondsToRecovery(traffic, { afterS: toS, endS: lastS, callsPerSecond }),
    wastedShare: share(wasted, served, fromS, lastS),
    inTimeInTrouble: share(inTime, begun, fromS, toS),
    inTimeMinuteAfter: share(inTime, begun, toS, minuteEndS),
  };
}
