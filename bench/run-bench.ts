import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { installPeers } from "./peers/install-peers.ts";
import { conditions } from "./report/conditions.ts";
import { keepResults } from "./report/results-page.ts";

export interface Bench {
  /** Names its place in `RESULTS.md`. */
  name: string;
  /** Those whose versions its results name. */
  packages: readonly string[];
  /** Gives what it found, as Markdown. A quick run measures little, to see whether the bench itself works. */
  measure(options: { isQuick: boolean }): Promise<string>;
}

/**
 * Runs a bench and prints what it found; with `--write` that goes into `RESULTS.md`. `--quick` measures little.
 * @throws TypeError that says which argument is wrong
 */
export async function runBench(
  { name, packages, measure }: Bench,
  args: readonly string[],
): Promise<void> {
  const { write, quick } = parseBenchArguments(args);
  await installPeers();
  const loadBefore = minuteLoad();
  const found = await measure({ isQuick: quick });
  const load = `Load average of the minute before: ${loadBefore}, of the last minute of the run: ${minuteLoad()}.`;
  const results = `${await conditions(packages)} ${load}\n\n${found}`;
  if (write) await keepResults(name, results);
  else console.log(results);
}

/** @throws TypeError that says which argument is wrong */
export function parseBenchArguments(args: readonly string[]): { write: boolean; quick: boolean } {
  const { values } = parseArgs({
    args: [...args],
    options: {
      write: { type: "boolean", default: false },
      quick: { type: "boolean", default: false },
    },
  });
  if (values.write && values.quick)
    throw new TypeError("--write keeps the results of a whole run: leave out --quick");
  return values;
}

const minuteLoad = () => (loadavg()[0] ?? 0).toFixed(1);
