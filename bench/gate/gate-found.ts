import type { GateRun } from "./wait-at-gate.ts";

export interface GateInput {
  rounds: number;
  /** How many calls there are in a run. */
  sizes: readonly number[];
}

export type GateCost = Pick<GateRun, "cpuMs" | "endedAtMs">;

export interface GateFound {
  calls: number;
  waiting: readonly GateCost[];
  /** The same without a limit. */
  free: readonly GateCost[];
}
