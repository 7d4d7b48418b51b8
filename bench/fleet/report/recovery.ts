import type { Traffic } from "../traffic.ts";

const windowS = 5;
const enough = 0.95;

/** With fewer calls than this share of the usual ones, most pages are still at work on older ones. */
const usual = 0.5;

export interface RecoverySpan {
  afterS: number;
  endS: number;
  /** What pages ask for while all is well. */
  callsPerSecond: number;
}

/**
 * How many seconds after a time the first window of 5 s begins in which 95 % of the calls have what they asked for in
 * time, as in all windows after it, and at least half of the usual calls are begun. Where nobody calls, nothing is wrong.
 * @returns undefined where there is none before the end
 */
export function secondsToRecovery(
  { begun, inTime }: Pick<Traffic, "begun" | "inTime">,
  { afterS, endS, callsPerSecond }: RecoverySpan,
): number | undefined {
  let recoveryS: number | undefined;
  for (let fromS = endS - windowS; fromS >= afterS; fromS -= 1) {
    const calls = sumOf(begun, fromS, fromS + windowS);
    if (sumOf(inTime, fromS, fromS + windowS) < enough * calls) break;
    if (calls >= usual * callsPerSecond * windowS) recoveryS = fromS - afterS;
  }
  return recoveryS;
}

export function sumOf(bySecond: readonly number[], fromS: number, toS: number): number {
  return bySecond.slice(fromS, toS).reduce((sum, count) => sum + count, 0);
}
