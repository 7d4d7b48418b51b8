import { markdownTable } from "../report/markdown-table.ts";
import { ratioText, ratioTo, spreadOf } from "../report/spread.ts";
import { buildScript } from "../scripts/build-script.ts";
import { runScript } from "../scripts/run-script.ts";
import type { GateCost, GateFound, GateInput } from "./gate-found.ts";

/** Lets calls wait at the rate-limit gate, and tells whether the cost of each grows with their number. */
export async function measureGate({ isQuick }: { isQuick: boolean }): Promise<string> {
  const input: GateInput = isQuick
    ? { rounds: 2, sizes: [20, 100] }
    : { rounds: 8, sizes: [500, 2_000, 10_000] };
  const found = await runScript<GateFound[]>(await buildScript("gate/worker.ts"), input);
  return `${input.rounds} rounds of each number.\n\n${gateTable(found)}`;
}

export function gateTable(found: readonly GateFound[]): string {
  const cpuMs = (runs: readonly GateCost[]) => runs.map((run) => run.cpuMs);
  return markdownTable(
    ["calls", "CPU time", "… of each call", "against no limit", "the last one ends after"],
    found.map(({ calls, waiting, free }) => {
      const { median } = spreadOf(cpuMs(waiting));
      const endedAtMs = spreadOf(waiting.map((run) => run.endedAtMs)).median;
      return [
        calls.toLocaleString("en"),
        `${(median / 1_000).toFixed(2)} s`,
        `${((1_000 * median) / calls).toFixed(0)} µs`,
        ratioText(ratioTo(cpuMs(free), cpuMs(waiting))),
        `${(endedAtMs / 1_000).toFixed(1)} s`,
      ];
    }),
  );
}
