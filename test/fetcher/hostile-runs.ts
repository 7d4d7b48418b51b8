import fc from "fast-check";

/** Cases of all properties together. 1 000 take a second or two; 100 000, a minute or two, are for a run of their own. */
const casesInAll = parseRuns(process.env["HOSTILE_RUNS"] ?? "1000");

/** For one property, on a machine that is busy with something else. */
export const hostileTimeoutMs = 10_000 + casesInAll * 5;

/** The same cases in every run; a failure prints the one that was found and what it shrank to. */
export function hostileRuns(share: number): { numRuns: number; seed: number; verbose: number } {
  return {
    numRuns: Math.ceil(casesInAll * share),
    seed: 20_260_101,
    verbose: fc.VerbosityLevel.Verbose,
  };
}

/** Anything but a count would run nothing, and be green. */
function parseRuns(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new TypeError(`HOSTILE_RUNS must be a positive whole number: got ${JSON.stringify(text)}`);
}
